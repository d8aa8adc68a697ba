package io.strait.bench.table;

import static io.strait.bench.contestant.ContestantKind.STRAIT_ASYNC;
import static io.strait.bench.contestant.ContestantKind.STRAIT_SYNC;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.Figures;
import io.strait.bench.report.MarkdownTable;
import java.util.List;
import java.util.Optional;

/** A line a row: Strait's figures beside the published ones and the best rival's. */
final class SummaryTable {
    /** Where a rival was not measured, nobody can say which is the best. */
    private static final String NOT_KNOWN = "not known";

    private SummaryTable() {}

    static String of(List<RowResult> rows) {
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
            if (!row.cells().isEmpty()) {
                Optional<CellResult> rival = row.bestRival();
                text.add(
                        row.title(),
                        figure(row.published().store()),
                        figure(row.published().storeRerun()),
                        rival.map(CellResult::contestant).orElse(NOT_KNOWN),
                        rival.map(SummaryTable::time).orElse(""),
                        row.of(STRAIT_SYNC).map(SummaryTable::time).orElse(""),
                        ratio(row, STRAIT_SYNC),
                        row.of(STRAIT_ASYNC).map(SummaryTable::time).orElse(""),
                        ratio(row, STRAIT_ASYNC));
            }
        }
        return text.toString();
    }

    /** A cell's ratio; a rival's to itself would be a 1 with an error that means nothing. */
    static String ratio(RowResult row, CellResult cell) {
        if (row.isBestRival(cell)) {
            return "best";
        }
        return cell.ratio() == null ? "" : cell.ratio().text();
    }

    private static String ratio(RowResult row, ContestantKind kind) {
        return row.of(kind).map(cell -> ratio(row, cell)).orElse("");
    }

    private static String time(CellResult cell) {
        return Figures.of(cell.nsPerOp());
    }

    private static String figure(GoFigure figure) {
        return figure == null ? "" : Figures.of(figure.ns());
    }
}
