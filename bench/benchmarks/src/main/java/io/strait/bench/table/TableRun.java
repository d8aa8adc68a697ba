package io.strait.bench.table;

import io.strait.bench.contestant.ContestantKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures the rows of a table, one after the other. A cell that fails is left out and told; the
 * others are measured all the same.
 */
final class TableRun {
    private final TableRunner runner;
    private final boolean full;
    private final long memoryMb;
    private final Progress progress;
    private boolean failed;

    TableRun(TableRunner runner, boolean full, long memoryMb, Progress progress) {
        this.runner = runner;
        this.full = full;
        this.memoryMb = memoryMb;
        this.progress = progress;
    }

    /** Measures rows, and hands on what there is after each. */
    List<RowResult> run(List<TableRow> rows, Consumer<List<RowResult>> save) {
        progress.expect(rows.stream().mapToInt(this::cellCount).sum());
        List<RowResult> measured = new ArrayList<>();
        for (TableRow row : rows) {
            measured.add(measure(row));
            save.accept(List.copyOf(measured));
        }
        return measured;
    }

    /** Whether a cell failed. */
    boolean hasFailed() {
        return failed;
    }

    private int cellCount(TableRow row) {
        return whyNotRun(row).isEmpty() ? row.contestants().size() : 0;
    }

    private RowResult measure(TableRow row) {
        String notRun = whyNotRun(row);
        List<CellResult> cells = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        if (notRun.isEmpty()) {
            for (ContestantKind contestant : row.contestants()) {
                progress.begin(row.title(), contestant.label());
                try {
                    CellResult cell = runner.run(row, contestant);
                    progress.end(cell);
                    cells.add(cell);
                } catch (RunnerException e) {
                    failed = true;
                    failures.add(contestant.label() + " failed");
                    progress.fail(e.getMessage());
                }
            }
            notRun = String.join(", ", failures);
        }
        return RowResult.of(row, runner.forks(row), cells, notRun);
    }

    /** Why a row is left out; empty when it is not. */
    private String whyNotRun(TableRow row) {
        if (row.fullOnly() && !full) {
            return "full run only";
        }
        long neededMb = (row.heapGb() + 1) * 1024L;
        return memoryMb < neededMb ? "needs " + neededMb + " MiB of memory" : "";
    }
}
