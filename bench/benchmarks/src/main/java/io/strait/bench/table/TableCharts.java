package io.strait.bench.table;

import io.strait.bench.chart.Axis;
import io.strait.bench.chart.AxisUnit;
import io.strait.bench.chart.BarChart;
import io.strait.bench.chart.Bars;
import io.strait.bench.chart.ChartFile;
import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.ResultsFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The table as bars: the rows of the Go benchmark, and those that it lacks. */
public final class TableCharts {
    private static final String PUBLISHED_ROWS = "table-published-rows";
    private static final String OTHER_ROWS = "table-other-rows";

    private TableCharts() {}

    /** Draws all charts. */
    public static void write(ResultsFolder folder, TableResults table) {
        ChartFile.write(
                folder,
                PUBLISHED_ROWS,
                chart(
                        "The rows of the Go benchmark",
                        table,
                        row -> row.published().store() != null));
        ChartFile.write(
                folder,
                OTHER_ROWS,
                chart("The rows that it lacks", table, row -> row.published().store() == null));
    }

    /** HTML that shows all charts. */
    public static String pictures(String folder) {
        return ChartFile.picture(
                        folder, PUBLISHED_ROWS, "Time of an operation, rows of the Go benchmark")
                + "\n"
                + ChartFile.picture(folder, OTHER_ROWS, "Time of an operation, other rows");
    }

    private static BarChart chart(String title, TableResults table, Predicate<RowResult> chosen) {
        List<RowResult> rows =
                table.rows().stream()
                        .filter(row -> chosen.test(row) && !row.cells().isEmpty())
                        .toList();
        List<Bars> bars = new ArrayList<>();
        for (ContestantKind kind : ContestantKind.values()) {
            bars.add(new Bars(ContestantName.of(kind), times(rows, kind)));
        }
        return new BarChart(
                title,
                Axis.logarithmic("time of an operation", AxisUnit.NANOSECONDS),
                rows.stream().map(RowResult::title).toList(),
                bars);
    }

    private static double[] times(List<RowResult> rows, ContestantKind kind) {
        return rows.stream()
                .mapToDouble(row -> row.of(kind).map(CellResult::nsPerOp).orElse(Double.NaN))
                .toArray();
    }
}
