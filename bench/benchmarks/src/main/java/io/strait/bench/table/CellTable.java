package io.strait.bench.table;

import static io.strait.bench.contestant.ContestantKind.STRAIT_ASYNC;

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
                    "±",
                    "± over",
                    "range over JVMs",
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
            text.add(
                    title,
                    name(cell),
                    Figures.of(cell.nsPerOp()),
                    Figures.of(cell.errorNs()),
                    cell.samplesNs().over(),
                    range(cell.samplesNs()),
                    Figures.of(cell.bytesPerOp()),
                    SummaryTable.ratio(row, cell));
            title = "";
        }
        String notRun = notRun(row);
        if (!notRun.isEmpty()) {
            text.add(title, notRun, "", "", "", "", "", "");
        }
    }

    private static String notRun(RowResult row) {
        if (row.missing().isEmpty()) {
            return row.notRun().isEmpty() ? "" : "not run: " + row.notRun();
        }
        String why = row.notRun().isEmpty() ? "" : " (" + row.notRun() + ")";
        return "not run here: " + String.join(", ", row.missing()) + why;
    }

    private static String range(Samples samples) {
        if (!samples.hasSeveralForks()) {
            return "";
        }
        DoubleSummaryStatistics means = Arrays.stream(samples.forkMeans()).summaryStatistics();
        return Figures.of(means.getMin()) + "–" + Figures.of(means.getMax());
    }

    /** An asynchronous write is not done when it returns: its figure says so. */
    private static String name(CellResult cell) {
        boolean handOff = cell.contestant().equals(STRAIT_ASYNC.label());
        return handOff ? cell.contestant() + " (hand-off)" : cell.contestant();
    }
}
