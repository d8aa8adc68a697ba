package io.strait.bench.table;

import io.strait.bench.contestant.ContestantKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A measured row.
 *
 * @param id its short name
 * @param title its name in the table
 * @param work what one operation does
 * @param forks JVMs a cell
 * @param heapGb their heap, GiB
 * @param published the Go benchmark's figures
 * @param cells who was measured, each compared with the best rival
 * @param notRun what was not measured, and why; empty when all was
 */
record RowResult(
        String id,
        String title,
        String work,
        int forks,
        int heapGb,
        Published published,
        List<CellResult> cells,
        String notRun) {

    /** A row of cells that are to be compared. */
    static RowResult of(TableRow row, int forks, List<CellResult> cells, String notRun) {
        List<CellResult> compared =
                bestRival(cells)
                        .map(rival -> cells.stream().map(c -> c.comparedWith(rival)).toList())
                        .orElse(List.copyOf(cells));
        return new RowResult(
                row.id(),
                row.title(),
                row.work(),
                forks,
                row.heapGb(),
                row.published(),
                compared,
                notRun);
    }

    Optional<CellResult> of(ContestantKind kind) {
        return cells.stream().filter(cell -> cell.contestant().equals(kind.label())).findFirst();
    }

    /** The fastest that is not Strait. */
    Optional<CellResult> bestRival() {
        return bestRival(cells);
    }

    private static Optional<CellResult> bestRival(List<CellResult> cells) {
        return cells.stream()
                .filter(cell -> !ContestantKind.ofLabel(cell.contestant()).isStrait())
                .min(Comparator.comparingDouble(CellResult::nsPerOp));
    }
}
