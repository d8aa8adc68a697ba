package io.strait.bench.scale;

import io.strait.bench.chart.Axis;
import io.strait.bench.chart.AxisUnit;
import io.strait.bench.chart.Chart;
import io.strait.bench.chart.ChartFile;
import io.strait.bench.chart.LineChart;
import io.strait.bench.chart.Series;
import io.strait.bench.report.ResultsFolder;
import java.util.Arrays;
import java.util.List;

/** The results as growth curves. */
public final class ScaleCharts {
    private static final String HEAP = "scale-heap";
    private static final String READS = "scale-reads";
    private static final String WRITES = "scale-writes";
    private static final Axis TASKS = Axis.logarithmic("tasks in the store", AxisUnit.COUNT);

    private ScaleCharts() {}

    /**
     * Draws all charts.
     *
     * @param folder where to
     * @param results what was measured, at least one size
     */
    public static void write(ResultsFolder folder, ScaleResults results) {
        ChartFile.write(folder, HEAP, heap(results));
        ChartFile.write(folder, READS, reads(results));
        ChartFile.write(folder, WRITES, writes(results));
    }

    /**
     * HTML that shows all charts.
     *
     * @param folder the path from the page to them, empty or ending in a slash
     * @return a block for Markdown
     */
    static String pictures(String folder) {
        return String.join(
                "\n",
                ChartFile.picture(folder, HEAP, "Heap per task by the number of tasks"),
                ChartFile.picture(folder, READS, "Time of reads by the number of tasks"),
                ChartFile.picture(folder, WRITES, "Time of writes by the number of tasks"));
    }

    private static Chart heap(ScaleResults results) {
        return new LineChart(
                "Memory",
                TASKS,
                Axis.linear("heap per task", AxisUnit.BYTES),
                List.of(
                        series("all that the store retains", results, ScaleMeasurement.STORE_HEAP),
                        series(
                                "the Task values in it",
                                results,
                                ScaleMeasurement.TASK_VALUES_HEAP)));
    }

    private static Chart reads(ScaleResults results) {
        return times(
                "Reads",
                results,
                ScaleMeasurement.GET_TASK,
                ScaleMeasurement.SNAPSHOT,
                ScaleMeasurement.LIST_CALL,
                ScaleMeasurement.LIST_FIRST,
                ScaleMeasurement.LIST_ALL);
    }

    private static Chart writes(ScaleResults results) {
        return times(
                "Writes",
                results,
                ScaleMeasurement.WRITE,
                ScaleMeasurement.BATCH_OF_1,
                ScaleMeasurement.BATCH_OF_16,
                ScaleMeasurement.BATCH_OF_256);
    }

    private static Chart times(
            String title, ScaleResults results, ScaleMeasurement... measurements) {
        List<Series> series =
                Arrays.stream(measurements)
                        .map(measurement -> series(measurement.shortTitle(), results, measurement))
                        .toList();
        return new LineChart(title, TASKS, Axis.logarithmic("time", AxisUnit.NANOSECONDS), series);
    }

    private static Series series(String name, ScaleResults results, ScaleMeasurement measurement) {
        List<ScalePoint> points = results.pointsOf(measurement);
        return new Series(
                name,
                points.stream().mapToDouble(ScalePoint::tasks).toArray(),
                points.stream().mapToDouble(ScalePoint::value).toArray(),
                points.stream().mapToDouble(ScalePoint::error).toArray());
    }
}
