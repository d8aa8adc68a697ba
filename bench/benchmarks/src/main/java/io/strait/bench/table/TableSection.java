package io.strait.bench.table;

import static io.strait.bench.contestant.ContestantKind.STRAIT_ASYNC;
import static io.strait.bench.contestant.ContestantKind.STRAIT_SYNC;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.Figures;
import io.strait.bench.report.MarkdownTable;
import java.util.Optional;

/** The table as Markdown: every cell, then a line a row. A function of the results alone. */
public final class TableSection {
    private TableSection() {}

    /** The text, for the terminal and for a page. */
    public static String of(TableResults table) {
        return cells(table) + "\n" + summary(table);
    }

    /** Every contestant in every row. */
    public static String cells(TableResults table) {
        MarkdownTable text =
                new MarkdownTable(
                        2,
                        "Row",
                        "Contestant",
                        "ns/op",
                        "±",
                        "B/op",
                        "times as fast as the best rival");
        for (RowResult row : table.rows()) {
            String title = row.title();
            if (!row.notRun().isEmpty()) {
                text.add(title, "not run: " + row.notRun(), "", "", "", "");
            }
            for (CellResult cell : row.cells()) {
                text.add(
                        title,
                        cell.contestant(),
                        Figures.of(cell.nsPerOp()),
                        Figures.of(cell.errorNs()),
                        Figures.of(cell.bytesPerOp()),
                        row.bestRival().map(rival -> ratio(rival, cell)).orElse(""));
                title = "";
            }
        }
        return text.toString();
    }

    /** Strait's figures beside the published ones and the best rival's. */
    public static String summary(TableResults table) {
        MarkdownTable text =
                new MarkdownTable(
                        1,
                        "Row, ns/op",
                        "Go, published",
                        "Go, run again",
                        "best rival",
                        "",
                        "Strait, sync",
                        "ratio",
                        "Strait, async",
                        "ratio");
        for (RowResult row : table.rows()) {
            Optional<CellResult> rival = row.bestRival();
            if (rival.isEmpty()) {
                continue;
            }
            text.add(
                    row.title(),
                    figure(row.published().store()),
                    figure(row.published().storeRerun()),
                    rival.get().contestant(),
                    Figures.of(rival.get().nsPerOp()),
                    time(row, STRAIT_SYNC),
                    ratioOf(row, STRAIT_SYNC, rival.get()),
                    time(row, STRAIT_ASYNC),
                    ratioOf(row, STRAIT_ASYNC, rival.get()));
        }
        return text.toString();
    }

    /** What each row's operation is. */
    public static String work(TableResults table) {
        MarkdownTable text = new MarkdownTable(2, "Row", "One operation");
        for (RowResult row : table.rows()) {
            text.add(row.title(), row.work());
        }
        return text.toString();
    }

    /** Who the contestants are, and what each does not do. */
    public static String contestants() {
        MarkdownTable text =
                new MarkdownTable(3, "Contestant", "What it is", "What it does not do");
        for (ContestantKind kind : ContestantKind.values()) {
            text.add(kind.label(), kind.description(), String.join("; ", kind.notes()));
        }
        return text.toString();
    }

    private static String time(RowResult row, ContestantKind kind) {
        return row.of(kind).map(cell -> Figures.of(cell.nsPerOp())).orElse("");
    }

    private static String ratioOf(RowResult row, ContestantKind kind, CellResult rival) {
        return row.of(kind).map(cell -> ratio(rival, cell)).orElse("");
    }

    private static String ratio(CellResult slower, CellResult faster) {
        Ratio ratio = Ratio.of(slower, faster);
        return Figures.of(ratio.value()) + " ± " + Figures.of(ratio.error());
    }

    private static String figure(Double value) {
        return value == null ? "" : Figures.of(value);
    }
}
