package io.strait.bench.table;

import io.strait.bench.report.Csv;
import java.util.List;

/** The table as CSV: a line a cell. */
final class TableCsv {
    private TableCsv() {}

    static String of(TableResults table) {
        List<Line> lines =
                table.rows().stream()
                        .flatMap(row -> row.cells().stream().map(cell -> Line.of(row, cell)))
                        .toList();
        return Csv.of(Line.class, lines);
    }

    private record Line(
            String row,
            String title,
            Double publishedNs,
            Double rerunNs,
            String contestant,
            double nsPerOp,
            double errorNs,
            double bytesPerOp,
            double writerBytesPerOp,
            Double ratioToBestRival,
            Double ratioError) {

        static Line of(RowResult row, CellResult cell) {
            return new Line(
                    row.id(),
                    row.title(),
                    row.published().store(),
                    row.published().storeRerun(),
                    cell.contestant(),
                    cell.nsPerOp(),
                    cell.errorNs(),
                    cell.bytesPerOp(),
                    cell.writerBytesPerOp(),
                    cell.ratio() == null ? null : cell.ratio().value(),
                    cell.ratio() == null ? null : cell.ratio().error());
        }
    }
}
