package io.strait.bench.table;

import io.strait.bench.report.Figures;
import io.strait.bench.report.MarkdownTable;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/** Every contestant in every row, and who was not measured. */
final class CellTable {
    private final MarkdownTable text =
            new MarkdownTable(
                    2,
                    "Row",
                    "Contestant",
                    "ns/op",
                    "99 % interval",
                    "JVMs",
                    "range of JVMs' medians",
                    "slowest iteration",
                    "B/op",
                    "times as fast as the best rival");

    private CellTable() {}

    static String of(TableResults table) {
        CellTable cells = new CellTable();
        table.rows().forEach(cells::add);
        return cells.text.toString();
    }

    private void add(RowResult row) {
        String title = row.title();
        for (CellResult cell : row.cells()) {
            Samples samples = cell.samplesNs();
            text.add(
                    title,
                    cell.name(),
                    Figures.of(cell.nsPerOp()),
                    interval(cell),
                    Integer.toString(samples.jvmCount()),
                    range(samples),
                    Figures.of(samples.slowest()),
                    Figures.of(cell.bytesPerOp()),
                    SummaryTable.ratio(row, cell));
            title = "";
        }
        String notRun = notRun(row);
        if (!notRun.isEmpty()) {
            text.add(title, notRun, "", "", "", "", "", "", "");
        }
    }

    private static String notRun(RowResult row) {
        if (row.missing().isEmpty()) {
            return row.notRun().isEmpty() ? "" : "not run: " + row.notRun();
        }
        String why = row.notRun().isEmpty() ? "" : " (" + row.notRun() + ")";
        String missing =
                String.join(", ", row.missing().stream().map(ContestantName::ofLabel).toList());
        return "not run here: " + missing + why;
    }

    private static String interval(CellResult cell) {
        return cell.intervalNs() == null ? "one JVM" : cell.intervalNs().text();
    }

    private static String range(Samples samples) {
        if (samples.jvmCount() == 1) {
            return "";
        }
        DoubleSummaryStatistics medians = Arrays.stream(samples.jvmMedians()).summaryStatistics();
        return Figures.of(medians.getMin()) + "–" + Figures.of(medians.getMax());
    }
}
