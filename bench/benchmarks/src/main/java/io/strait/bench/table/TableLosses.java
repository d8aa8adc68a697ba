package io.strait.bench.table;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.Figures;
import io.strait.bench.report.MarkdownTable;

/** Every row in which a form of Strait is slower than a rival. */
public final class TableLosses {
    private TableLosses() {}

    /** A table of them; the conclusions are the page's. */
    public static String of(TableResults table) {
        MarkdownTable text =
                new MarkdownTable(
                        3, "Row", "Contestant", "Faster rival", "Strait's time ÷ the rival's");
        for (RowResult row : table.rows()) {
            for (CellResult cell : row.cells()) {
                if (ContestantKind.ofLabel(cell.contestant()).isStrait()) {
                    row.bestRival()
                            .filter(rival -> rival.nsPerOp() < cell.nsPerOp())
                            .ifPresent(rival -> add(text, row, cell, rival));
                }
            }
        }
        return text.toString();
    }

    private static void add(MarkdownTable text, RowResult row, CellResult cell, CellResult rival) {
        Ratio ratio = Ratio.of(cell, rival);
        text.add(
                row.title(),
                cell.contestant(),
                rival.contestant(),
                Figures.of(ratio.value()) + " ± " + Figures.of(ratio.error()));
    }
}
