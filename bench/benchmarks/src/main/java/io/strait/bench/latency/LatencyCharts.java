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
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Percentiles by offered load, one producer: a chart for each preset, in it a line for each floor
 * and each subject. All presets in one would be more lines than can be told apart.
 */
public final class LatencyCharts {
    private static final List<Percentile> PERCENTILES =
            List.of(
                    new Percentile("p50", "Median", LatencyPoint::p50Ns),
                    new Percentile("p99", "99th percentile", LatencyPoint::p99Ns),
                    new Percentile("p9999", "99.99th percentile", LatencyPoint::p9999Ns));

    private LatencyCharts() {}

    /** Draws all charts. */
    public static void write(ResultsFolder folder, LatencyResults results) {
        for (Curves curves : all(results)) {
            ChartFile.write(folder, curves.fileName(), curves.chart());
        }
    }

    /** HTML that shows all charts. */
    public static String pictures(String folder, LatencyResults results) {
        return all(results).stream()
                .map(curves -> ChartFile.picture(folder, curves.fileName(), curves.caption()))
                .collect(Collectors.joining("\n"));
    }

    private static List<Curves> all(LatencyResults results) {
        List<LatencyPoint> points = results.points().stream().filter(drawn()).toList();
        List<Curves> all = new ArrayList<>();
        for (String preset : presets(points)) {
            Map<String, List<LatencyPoint>> lines = bySubject(points, preset);
            for (Percentile percentile : PERCENTILES) {
                all.add(curves(percentile, preset, lines));
            }
        }
        return all;
    }

    /** Where a subject did not keep up, latency tells only how long one looked. */
    private static Predicate<LatencyPoint> drawn() {
        return point -> point.producers() == 1 && point.keepsUp();
    }

    private static List<String> presets(List<LatencyPoint> points) {
        return points.stream()
                .map(LatencyPoint::preset)
                .filter(preset -> !preset.equals(LatencyPoint.NO_PRESET))
                .distinct()
                .toList();
    }

    /** The floors are in every preset's chart. */
    private static Map<String, List<LatencyPoint>> bySubject(
            List<LatencyPoint> points, String preset) {
        return points.stream()
                .filter(
                        point ->
                                point.preset().equals(preset)
                                        || point.preset().equals(LatencyPoint.NO_PRESET))
                .collect(
                        Collectors.groupingBy(
                                LatencyPoint::subject, LinkedHashMap::new, Collectors.toList()));
    }

    private static Curves curves(
            Percentile percentile, String preset, Map<String, List<LatencyPoint>> lines) {
        List<Series> series = new ArrayList<>();
        lines.forEach((subject, points) -> series.add(percentile.line(subject, points)));
        return new Curves(
                fileName(percentile, preset),
                percentile.title() + " of latency by offered load, " + preset,
                new LineChart(
                        percentile.title() + " by offered load, one producer, " + preset,
                        Axis.logarithmic("calls offered a second", AxisUnit.COUNT),
                        Axis.logarithmic("latency from the planned start", AxisUnit.NANOSECONDS),
                        series));
    }

    private static String fileName(Percentile percentile, String preset) {
        String dashed = preset.toLowerCase(Locale.ROOT).replace('_', '-');
        return "latency-" + percentile.shortName() + "-" + dashed;
    }

    private record Percentile(
            String shortName, String title, ToLongFunction<LatencyPoint> latencyNs) {
        Series line(String subject, List<LatencyPoint> points) {
            return new Series(
                    subject,
                    points.stream().mapToDouble(LatencyPoint::offeredPerSecond).toArray(),
                    // A logarithmic axis has no 0.
                    points.stream()
                            .mapToDouble(point -> Math.max(1, latencyNs.applyAsLong(point)))
                            .toArray());
        }
    }

    private record Curves(String fileName, String caption, LineChart chart) {}
}
