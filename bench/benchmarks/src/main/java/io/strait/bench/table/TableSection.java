package io.strait.bench.table;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.MarkdownTable;
import io.strait.bench.report.Paragraph;

/** The table as Markdown: every cell, then a line a row. A function of the results alone. */
public final class TableSection {
    private TableSection() {}

    /** The text, for the terminal. */
    public static String of(TableResults table) {
        String losses = TableLosses.of(table);
        return String.join(
                "\n",
                cells(table),
                summary(table),
                published(table),
                losses + (losses.isEmpty() ? "" : "\n") + Paragraph.of(legend()));
    }

    /** Every contestant in every row. */
    public static String cells(TableResults table) {
        return CellTable.of(table);
    }

    /** Strait's figures beside the published ones and the best rival's. */
    public static String summary(TableResults table) {
        return SummaryTable.of(table.rows());
    }

    /** The same for the rows of the Go benchmark alone. */
    public static String publishedSummary(TableResults table) {
        return SummaryTable.of(
                table.rows().stream().filter(row -> row.published().store() != null).toList());
    }

    /** What the figures and the signs in the tables mean. */
    public static String legend() {
        return ratioLegend()
                + " The interval of a figure itself is Student's, of the same logarithms. One that"
                + " reaches more than a hundredfold up and down is not written out. \"One JVM\""
                + " stands where one measured a cell: how much JVMs differ is not known then, so"
                + " there is neither an interval nor a verdict. \"Floor\": what the hand-over between"
                + " threads takes with nothing behind it, which is no store and nobody's rival.";
    }

    /** What a figure and a ratio are. */
    public static String ratioLegend() {
        return "A JVM's figure is the median of its iterations, and a contestant's the geometric mean"
                + " of its JVMs' figures. A ratio is the best rival's figure divided by the"
                + " contestant's: below 1, the contestant is slower. In brackets is where it lies"
                + " with 99 % confidence, by Welch's interval of the logarithms of the JVMs'"
                + " figures; ~ marks a ratio whose interval contains 1, so that it is undecided who"
                + " is faster. \"Hand-off\": a write returns before it is visible.";
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

    /** All that was published, and all that was run again. */
    public static String published(TableResults table) {
        MarkdownTable text =
                new MarkdownTable(
                        1,
                        "Go benchmark, an operation",
                        "published: store",
                        "published: `sync.Map`",
                        "run again: store",
                        "run again: `sync.Map`");
        for (RowResult row : table.rows()) {
            Published figures = row.published();
            if (figures.storeRerun() != null) {
                text.add(
                        row.title(),
                        figure(figures.store()),
                        figure(figures.syncMap()),
                        figure(figures.storeRerun()),
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

    private static String figure(GoFigure figure) {
        return figure == null ? "" : figure.text();
    }
}
