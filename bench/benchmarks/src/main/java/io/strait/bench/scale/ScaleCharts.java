package io.strait.bench.scale;

import io.strait.bench.chart.Axis;
import io.strait.bench.chart.AxisUnit;
import io.strait.bench.chart.ChartFile;
import io.strait.bench.chart.LineChart;
import io.strait.bench.chart.Series;
import io.strait.bench.report.ResultsFolder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results as growth curves. */
public final class ScaleCharts {
    private static final Axis TASKS = Axis.logarithmic("tasks in the store", AxisUnit.COUNT);
    private static final Axis TIME = Axis.logarithmic("time", AxisUnit.NANOSECONDS);

    private ScaleCharts() {}

    /**
     * Draws all charts.
     *
     * @param folder where to
     * @param results what was measured
     */
    public static void write(ResultsFolder folder, ScaleResults results) {
        for (Curves curves : all(results)) {
            ChartFile.write(
                    folder,
                    curves.fileName(),
                    new LineChart(curves.title(), TASKS, curves.y(), curves.series()));
        }
    }

    /**
     * HTML that shows all charts.
     *
     * @param folder the path from the page to them, empty or ending in a slash
     * @param results what they show
     * @return a block for Markdown
     */
    static String pictures(String folder, ScaleResults results) {
        return all(results).stream()
                .map(curves -> ChartFile.picture(folder, curves.fileName(), curves.caption()))
                .collect(Collectors.joining("\n"));
    }

    /** Without charts of which nothing was measured. */
    private static List<Curves> all(ScaleResults results) {
        return Stream.of(heap(results), reads(results), writes(results))
                .filter(curves -> !curves.series().isEmpty())
                .toList();
    }

    private static Curves heap(ScaleResults results) {
        return new Curves(
                "scale-heap",
                "Heap per task by the number of tasks",
                "Memory",
                Axis.linear("heap per task", AxisUnit.BYTES),
                series(
                        results,
                        measurement ->
                                measurement == ScaleMeasurement.STORE_HEAP
                                        ? "all that the store retains"
                                        : "the Task values in it",
                        ScaleMeasurement.STORE_HEAP,
                        ScaleMeasurement.TASK_VALUES_HEAP));
    }

    private static Curves reads(ScaleResults results) {
        return new Curves(
                "scale-reads",
                "Time of reads by the number of tasks",
                "Reads",
                TIME,
                series(
                        results,
                        ScaleMeasurement::shortTitle,
                        ScaleMeasurement.GET_TASK,
                        ScaleMeasurement.SNAPSHOT,
                        ScaleMeasurement.LIST_CALL,
                        ScaleMeasurement.LIST_FIRST,
                        ScaleMeasurement.LIST_ALL));
    }

    private static Curves writes(ScaleResults results) {
        return new Curves(
                "scale-writes",
                "Time of writes by the number of tasks",
                "Writes",
                TIME,
                series(
                        results,
                        ScaleMeasurement::shortTitle,
                        ScaleMeasurement.WRITE,
                        ScaleMeasurement.BATCH_OF_1,
                        ScaleMeasurement.BATCH_OF_16,
                        ScaleMeasurement.BATCH_OF_256));
    }

    private static List<Series> series(
            ScaleResults results,
            Function<ScaleMeasurement, String> name,
            ScaleMeasurement... measurements) {
        return Arrays.stream(measurements)
                .filter(measurement -> !results.pointsOf(measurement).isEmpty())
                .map(measurement -> line(name.apply(measurement), results.pointsOf(measurement)))
                .toList();
    }

    private static Series line(String name, List<ScalePoint> points) {
        return new Series(
                name,
                points.stream().mapToDouble(ScalePoint::tasks).toArray(),
                points.stream().mapToDouble(ScalePoint::value).toArray(),
                points.stream().mapToDouble(ScaleCharts::error).toArray());
    }

    private static double error(ScalePoint point) {
        return point.error() == null ? 0 : point.error();
    }

    private record Curves(
            String fileName, String caption, String title, Axis y, List<Series> series) {}
}
