package io.strait.bench.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures the rows of a table, one after the other. Within a row the contestants take turns, a JVM
 * each time, so that a machine that grows slower meanwhile does so for all of them. A cell that
 * fails is left out and told; the others are measured all the same.
 */
final class TableRun {
    private final JvmRun jvmRun;
    private final RunLength length;
    private final long memoryMb;
    private final Progress progress;
    private boolean failed;

    TableRun(JvmRun jvmRun, RunLength length, long memoryMb, Progress progress) {
        this.jvmRun = jvmRun;
        this.length = length;
        this.memoryMb = memoryMb;
        this.progress = progress;
    }

    /** Measures rows, and hands on what there is after each. */
    List<RowResult> run(List<TableRow> rows, Consumer<List<RowResult>> save) {
        progress.expect(rows.stream().mapToInt(this::jvmCount).sum());
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

    private int jvmCount(TableRow row) {
        return whyNotRun(row).isEmpty() ? row.labels().size() * length.jvms(row) : 0;
    }

    private RowResult measure(TableRow row) {
        int jvms = length.jvms(row);
        String notRun = whyNotRun(row);
        if (!notRun.isEmpty()) {
            return RowResult.of(row, jvms, List.of(), notRun);
        }
        Map<String, CellResult> cells = new HashMap<>();
        List<String> working = new ArrayList<>(row.labels());
        List<String> failures = new ArrayList<>();
        for (int jvm = 1; jvm <= jvms; jvm++) {
            for (String label : List.copyOf(working)) {
                Optional<CellResult> ofOneJvm = measure(row, label, jvm);
                if (ofOneJvm.isPresent()) {
                    cells.merge(label, ofOneJvm.get(), CellResult::and);
                } else {
                    working.remove(label);
                    failures.add(label + " failed");
                    progress.expectFewer(jvms - jvm);
                }
            }
        }
        List<CellResult> measured = working.stream().map(cells::get).toList();
        return RowResult.of(row, jvms, measured, String.join(", ", failures));
    }

    /** What one JVM measured; nothing when it failed. */
    private Optional<CellResult> measure(TableRow row, String label, int jvm) {
        progress.begin(row.title(), label);
        try {
            CellResult ofOneJvm = jvmRun.run(row, label, jvm);
            progress.end(ofOneJvm);
            return Optional.of(ofOneJvm);
        } catch (RunnerException e) {
            failed = true;
            progress.fail(e.getMessage());
            return Optional.empty();
        }
    }

    /** Why a row is left out; empty when it is not. */
    private String whyNotRun(TableRow row) {
        if (row.fullOnly() && !length.isFull()) {
            return "full run only";
        }
        long neededMb = (row.heapGb() + 1) * 1024L;
        return memoryMb < neededMb ? "needs " + neededMb + " MiB of memory" : "";
    }

    /** Measures a cell in one JVM. */
    @FunctionalInterface
    interface JvmRun {
        /**
         * Measures.
         *
         * @param label whose cell: a contestant's or a floor's
         * @param jvm which of the cell's JVMs, from 1
         * @throws RunnerException when it fails
         */
        CellResult run(TableRow row, String label, int jvm) throws RunnerException;
    }
}
