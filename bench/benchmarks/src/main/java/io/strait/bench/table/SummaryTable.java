package io.strait.bench.table;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.Figures;
import io.strait.bench.report.MarkdownTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A line a row: Strait's figures beside the published ones and the best rival's. A way of writing
 * that no row was measured with has no column.
 */
final class SummaryTable {
    /** Where a rival was not measured, nobody can say which is the best. */
    private static final String NOT_KNOWN = "not known";

    private SummaryTable() {}

    static String of(List<RowResult> rows) {
        List<ContestantKind> ways = waysIn(rows);
        List<String> headers =
                new ArrayList<>(
                        List.of("Row, ns/op", "Go, published", "Go, run again", "best rival", ""));
        for (ContestantKind way : ways) {
            headers.add(ContestantName.of(way));
            headers.add("ratio");
        }
        MarkdownTable text = new MarkdownTable(1, headers.toArray(String[]::new));
        for (RowResult row : rows) {
            if (!row.cells().isEmpty()) {
                text.add(line(row, ways).toArray(String[]::new));
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

    private static List<ContestantKind> waysIn(List<RowResult> rows) {
        return Arrays.stream(ContestantKind.values())
                .filter(ContestantKind::isStrait)
                .filter(way -> rows.stream().anyMatch(row -> row.of(way).isPresent()))
                .toList();
    }

    private static List<String> line(RowResult row, List<ContestantKind> ways) {
        Optional<CellResult> rival = row.bestRival();
        List<String> line = new ArrayList<>();
        line.add(row.title());
        line.add(figure(row.published().store()));
        line.add(figure(row.published().storeRerun()));
        line.add(rival.map(CellResult::name).orElse(NOT_KNOWN));
        line.add(rival.map(SummaryTable::time).orElse(""));
        for (ContestantKind way : ways) {
            line.add(row.of(way).map(SummaryTable::time).orElse(""));
            line.add(row.of(way).map(cell -> ratio(row, cell)).orElse(""));
        }
        return line;
    }

    private static String time(CellResult cell) {
        return Figures.of(cell.nsPerOp());
    }

    private static String figure(GoFigure figure) {
        return figure == null ? "" : Figures.of(figure.ns());
    }
}
