package io.strait.bench.latency;

import io.strait.bench.chart.Axis;
import io.strait.bench.chart.AxisUnit;
import io.strait.bench.chart.ChartFile;
import io.strait.bench.chart.LineChart;
import io.strait.bench.chart.Series;
import io.strait.bench.report.ResultsFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Percentiles by offered load, one producer: a line for each subject and preset. */
public final class LatencyCharts {
    private static final String MEDIAN = "latency-p50";
    private static final String P99 = "latency-p99";
    private static final String P9999 = "latency-p9999";

    private LatencyCharts() {}

    /** Draws all charts. */
    public static void write(ResultsFolder folder, LatencyResults results) {
        ChartFile.write(folder, MEDIAN, chart("Median", results, LatencyPoint::p50Ns));
        ChartFile.write(folder, P99, chart("99th percentile", results, LatencyPoint::p99Ns));
        ChartFile.write(folder, P9999, chart("99.99th percentile", results, LatencyPoint::p9999Ns));
    }

    /** HTML that shows all charts. */
    public static String pictures(String folder) {
        return String.join(
                "\n",
                ChartFile.picture(folder, MEDIAN, "Median latency by offered load"),
                ChartFile.picture(folder, P99, "99th percentile of latency by offered load"),
                ChartFile.picture(folder, P9999, "99.99th percentile of latency by offered load"));
    }

    private static LineChart chart(
            String title, LatencyResults results, ToLongFunction<LatencyPoint> percentile) {
        List<Series> series = new ArrayList<>();
        bySubject(results)
                .forEach(
                        (name, points) ->
                                series.add(
                                        new Series(
                                                name,
                                                offered(points),
                                                latencies(points, percentile))));
        return new LineChart(
                title + " by offered load, one producer",
                Axis.logarithmic("calls offered a second", AxisUnit.COUNT),
                Axis.logarithmic("latency from the planned start", AxisUnit.NANOSECONDS),
                series);
    }

    /** Without the saturating points: there, latency tells only how long one looked. */
    private static Map<String, List<LatencyPoint>> bySubject(LatencyResults results) {
        Map<String, List<LatencyPoint>> bySubject = new LinkedHashMap<>();
        for (LatencyPoint point : results.points()) {
            if (point.producers() == 1 && !point.saturating()) {
                bySubject.computeIfAbsent(name(point), name -> new ArrayList<>()).add(point);
            }
        }
        return bySubject;
    }

    private static String name(LatencyPoint point) {
        boolean floor = point.preset().equals(LatencyPoint.NO_PRESET);
        return floor ? point.subject() : point.subject() + ", " + point.preset();
    }

    private static double[] offered(List<LatencyPoint> points) {
        return points.stream().mapToDouble(LatencyPoint::offeredPerSecond).toArray();
    }

    private static double[] latencies(
            List<LatencyPoint> points, ToLongFunction<LatencyPoint> percentile) {
        return points.stream()
                .mapToDouble(point -> Math.max(1, percentile.applyAsLong(point)))
                .toArray();
    }
}
