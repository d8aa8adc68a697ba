package io.strait.bench.table;

import static io.strait.bench.contestant.ContestantKind.STRAIT_ASYNC;
import static io.strait.bench.contestant.ContestantKind.STRAIT_SYNC;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.Figures;
import io.strait.bench.report.MarkdownTable;
import java.util.List;
import java.util.Locale;
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
            for (CellResult cell : row.cells()) {
                text.add(
                        title,
                        name(cell),
                        Figures.of(cell.nsPerOp()),
                        Figures.of(cell.errorNs()),
                        Figures.of(cell.bytesPerOp()),
                        ratio(cell));
                title = "";
            }
            if (!row.notRun().isEmpty()) {
                text.add(title, "not run: " + row.notRun(), "", "", "", "");
            }
        }
        return text.toString();
    }

    /** Strait's figures beside the published ones and the best rival's. */
    public static String summary(TableResults table) {
        return summary(table.rows());
    }

    /** The same for the rows of the Go benchmark alone. */
    public static String publishedSummary(TableResults table) {
        return summary(
                table.rows().stream().filter(row -> row.published().store() != null).toList());
    }

    private static String summary(List<RowResult> rows) {
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
                        "Strait, hand-off",
                        "ratio");
        for (RowResult row : rows) {
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
                    row.of(STRAIT_SYNC).map(TableSection::ratio).orElse(""),
                    time(row, STRAIT_ASYNC),
                    row.of(STRAIT_ASYNC).map(TableSection::ratio).orElse(""));
        }
        return text.toString();
    }

    /** What each row's operation is, and in how many JVMs of which heap it was measured. */
    public static String work(TableResults table) {
        MarkdownTable text = new MarkdownTable(2, "Row", "One operation", "JVMs", "heap, GiB");
        for (RowResult row : table.rows()) {
            text.add(
                    row.title(),
                    row.work(),
                    Integer.toString(row.forks()),
                    Integer.toString(row.heapGb()));
        }
        return text.toString();
    }

    /** What was published, with what the summary has no room for. */
    public static String published(TableResults table) {
        MarkdownTable text =
                new MarkdownTable(
                        1,
                        "Row, ns/op",
                        "store",
                        "B/op",
                        "allocations",
                        "store, run again",
                        "`sync.Map`",
                        "`sync.Map`, run again");
        for (RowResult row : table.rows()) {
            Published figures = row.published();
            if (figures.storeRerun() != null) {
                text.add(
                        row.title(),
                        figure(figures.store()),
                        count(figures.storeBytes()),
                        count(figures.storeAllocations()),
                        figure(figures.storeRerun()),
                        figure(figures.syncMap()),
                        figure(figures.syncMapRerun()));
            }
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

    private static String ratio(CellResult cell) {
        Ratio ratio = cell.ratio();
        return ratio == null ? "" : Figures.of(ratio.value()) + " ± " + Figures.of(ratio.error());
    }

    /** An asynchronous write is not done when it returns: its figure says so. */
    private static String name(CellResult cell) {
        boolean handOff = cell.contestant().equals(STRAIT_ASYNC.label());
        return handOff ? cell.contestant() + " (hand-off)" : cell.contestant();
    }

    private static String count(Integer value) {
        return value == null ? "" : String.format(Locale.ROOT, "%,d", value);
    }

    private static String figure(Double value) {
        return value == null ? "" : Figures.of(value);
    }
}
