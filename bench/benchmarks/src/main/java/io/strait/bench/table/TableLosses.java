package io.strait.bench.table;

import io.strait.bench.report.Figures;
import io.strait.bench.report.MarkdownTable;
import io.strait.bench.report.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** Every row in which a form of Strait is slower than a rival, and those that are undecided. */
public final class TableLosses {
    private final MarkdownTable losses =
            new MarkdownTable(
                    3, "Row", "Contestant", "Faster rival", "Strait's time ÷ the rival's");
    private boolean hasLosses;
    private final List<String> undecided = new ArrayList<>();
    private final List<String> slowerByOneJvm = new ArrayList<>();
    private final List<String> notCompared = new ArrayList<>();

    private TableLosses() {}

    /** A table of them, and the rest by name; the conclusions are the page's. */
    public static String of(TableResults table) {
        TableLosses all = new TableLosses();
        for (RowResult row : table.rows()) {
            for (CellResult cell : row.cells()) {
                if (cell.isStrait()) {
                    all.add(row, cell);
                }
            }
        }
        return all.text();
    }

    private void add(RowResult row, CellResult cell) {
        String name = row.title() + ", " + cell.name();
        Ratio ratio = cell.ratio();
        if (ratio == null) {
            notCompared.add(name);
        } else if (ratio.isOfOneJvm()) {
            if (ratio.value() < 1) {
                slowerByOneJvm.add(name + ", " + times(row, cell));
            }
        } else if (!ratio.isDecided()) {
            undecided.add(name + ", " + times(row, cell));
        } else if (ratio.value() < 1) {
            hasLosses = true;
            CellResult rival = row.bestRival().orElseThrow();
            losses.add(
                    row.title(),
                    cell.name(),
                    rival.name(),
                    Ratio.of(cell.time(), rival.time()).text());
        }
    }

    private String text() {
        List<String> parts = new ArrayList<>();
        if (hasLosses) {
            parts.add(losses.toString());
        }
        addSentence(parts, "Undecided, because the ratio's interval contains 1: ", undecided);
        addSentence(parts, "Slower, by one JVM's figures, which is no verdict: ", slowerByOneJvm);
        addSentence(parts, "Not compared, because a rival was not measured: ", notCompared);
        return String.join("\n", parts);
    }

    private static String times(RowResult row, CellResult cell) {
        CellResult rival = row.bestRival().orElseThrow();
        return Figures.of(Ratio.of(cell.time(), rival.time()).value())
                + " × the time of "
                + rival.name();
    }

    private static void addSentence(List<String> parts, String beginning, List<String> names) {
        if (!names.isEmpty()) {
            parts.add(Paragraph.of(beginning + String.join("; ", names) + "."));
        }
    }
}
