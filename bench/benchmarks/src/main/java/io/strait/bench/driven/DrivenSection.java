package io.strait.bench.driven;

import io.strait.bench.report.MarkdownTable;
import io.strait.bench.report.Paragraph;
import java.util.Locale;

/** The results as a section of a Markdown page: a pure function of them. */
public final class DrivenSection {
    private DrivenSection() {}

    /**
     * The section, without a heading.
     *
     * @param results what was measured
     * @return Markdown that ends in a line end
     */
    public static String of(DrivenResults results) {
        if (results.figures().isEmpty()) {
            return "Not measured.\n";
        }
        MarkdownTable table = new MarkdownTable(1, "What", "tasks", "JVMs", "ns", "least", "most");
        for (DrivenFigure figure : results.figures()) {
            table.add(
                    figure.title(),
                    figure.tasks() == 0 ? "" : String.format(Locale.ROOT, "%,d", figure.tasks()),
                    Integer.toString(figure.nsByJvm().size()),
                    figure.median(),
                    figure.least(),
                    figure.most());
        }
        return Paragraph.of(
                        "One thread is producer and writer in turn, and each command is a batch of"
                                + " its own: no hand-over between threads is in the time."
                                + " Nanoseconds an operation. A JVM's figure is the median of its"
                                + " iterations (5 of 300 ms, after 5 that do not count), and a row's"
                                + " the median of its JVMs' figures. The"
                                + " rows took turns: one JVM of each, then the next of each. Maps are"
                                + " `ConcurrentHashMap`s of tasks, or of records that have the"
                                + " status; ids are ready-made. Changes between walks and lists, a"
                                + " save and a deletion, are not timed; a typed list is got and not"
                                + " visited. Before those with a snapshot held, and with none, a"
                                + " million tasks came and went.")
                + "\n"
                + table;
    }
}
