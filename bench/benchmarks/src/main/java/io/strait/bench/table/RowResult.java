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
 * @param threads how many threads called at once
 * @param published the Go benchmark's figures
 * @param cells who was measured
 * @param notRun why it was not measured; empty when it was
 */
record RowResult(
        String id,
        String title,
        String work,
        int threads,
        Published published,
        List<CellResult> cells,
        String notRun) {

    Optional<CellResult> of(ContestantKind kind) {
        return cells.stream().filter(cell -> cell.contestant().equals(kind.label())).findFirst();
    }

    /** The fastest that is not Strait. */
    Optional<CellResult> bestRival() {
        return cells.stream()
                .filter(cell -> !ContestantKind.ofLabel(cell.contestant()).isStrait())
                .min(Comparator.comparingDouble(CellResult::nsPerOp));
    }
}
