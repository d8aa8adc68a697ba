package io.strait.bench.table;

import io.strait.bench.report.Csv;
import io.strait.bench.report.Figures;
import java.util.Arrays;
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

    /** {@code go} are the Go benchmark's figures. */
    private record Line(
            String row,
            String title,
            Double goStoreNs,
            Integer goStoreBytes,
            Integer goStoreAllocations,
            Double goSyncMapNs,
            Integer goSyncMapBytes,
            Integer goSyncMapAllocations,
            Double goStoreRerunNs,
            Integer goStoreRerunBytes,
            Integer goStoreRerunAllocations,
            Double goSyncMapRerunNs,
            Integer goSyncMapRerunBytes,
            Integer goSyncMapRerunAllocations,
            String contestant,
            double nsPerOp,
            Double lowNs,
            Double highNs,
            int jvms,
            double leastJvmMedianNs,
            double greatestJvmMedianNs,
            double slowestIterationNs,
            double bytesPerOp,
            double writerBytesPerOp,
            Double ratioToBestRival,
            Double ratioLow,
            Double ratioHigh) {

        private static final GoFigure NO_FIGURE = new GoFigure(0, null, null);

        static Line of(RowResult row, CellResult cell) {
            Published go = row.published();
            Interval timeNs = cell.intervalNs();
            Interval ratio = cell.ratio() == null ? null : cell.ratio().interval();
            double[] mediansNs = cell.samplesNs().jvmMedians();
            return new Line(
                    row.id(),
                    row.title(),
                    ns(go.store()),
                    known(go.store()).bytes(),
                    known(go.store()).allocations(),
                    ns(go.syncMap()),
                    known(go.syncMap()).bytes(),
                    known(go.syncMap()).allocations(),
                    ns(go.storeRerun()),
                    known(go.storeRerun()).bytes(),
                    known(go.storeRerun()).allocations(),
                    ns(go.syncMapRerun()),
                    known(go.syncMapRerun()).bytes(),
                    known(go.syncMapRerun()).allocations(),
                    cell.name(),
                    cell.nsPerOp(),
                    timeNs == null ? null : timeNs.low(),
                    timeNs == null ? null : timeNs.high(),
                    cell.samplesNs().jvmCount(),
                    Figures.rounded(cell.samplesNs().fastestJvm()),
                    Figures.rounded(Arrays.stream(mediansNs).max().orElseThrow()),
                    cell.samplesNs().slowest(),
                    cell.bytesPerOp(),
                    cell.writerBytesPerOp(),
                    cell.ratio() == null ? null : cell.ratio().value(),
                    ratio == null ? null : ratio.low(),
                    ratio == null ? null : ratio.high());
        }

        private static Double ns(GoFigure figure) {
            return figure == null ? null : figure.ns();
        }

        private static GoFigure known(GoFigure figure) {
            return figure == null ? NO_FIGURE : figure;
        }
    }
}
