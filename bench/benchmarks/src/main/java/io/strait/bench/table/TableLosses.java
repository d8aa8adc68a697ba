package io.strait.bench.table;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.MarkdownTable;
import io.strait.bench.report.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** Every row in which a form of Strait is slower than a rival, and those that are undecided. */
public final class TableLosses {
    private final MarkdownTable losses =
            new MarkdownTable(
                    3, "Row", "Contestant", "Faster rival", "Strait's time ÷ the rival's");
    private final List<String> undecided = new ArrayList<>();
    private final List<String> notCompared = new ArrayList<>();

    private TableLosses() {}

    /** A table of them, and the rest by name; the conclusions are the page's. */
    public static String of(TableResults table) {
        TableLosses all = new TableLosses();
        for (RowResult row : table.rows()) {
            for (CellResult cell : row.cells()) {
                if (ContestantKind.ofLabel(cell.contestant()).isStrait()) {
                    all.add(row, cell);
                }
            }
        }
        return all.losses
                + sentence("Undecided, because the ratio's interval contains 1: ", all.undecided)
                + sentence("Not compared, because a rival was not measured: ", all.notCompared);
    }

    private void add(RowResult row, CellResult cell) {
        String name = row.title() + " (" + cell.contestant() + ")";
        if (cell.ratio() == null) {
            notCompared.add(name);
        } else if (!cell.ratio().isDecided()) {
            undecided.add(name);
        } else if (cell.ratio().value() < 1) {
            CellResult rival = row.bestRival().orElseThrow();
            losses.add(
                    row.title(),
                    cell.contestant(),
                    rival.contestant(),
                    Ratio.of(cell.time(), rival.time()).text());
        }
    }

    private static String sentence(String beginning, List<String> names) {
        return names.isEmpty()
                ? ""
                : "\n" + Paragraph.of(beginning + String.join("; ", names) + ".");
    }
}
