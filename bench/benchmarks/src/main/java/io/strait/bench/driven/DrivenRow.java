package io.strait.bench.driven;

import io.strait.bench.operation.DrivenBlockBenchmark;
import io.strait.bench.operation.DrivenReadBenchmark;
import io.strait.bench.operation.DrivenTaskLifeBenchmark;
import io.strait.bench.operation.DrivenTurnoverBenchmark;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured.
 *
 * @param id its short name, for choosing it
 * @param title its name in the results
 * @param tasks how many tasks there are throughout; 0 where there are none
 * @param benchmark the class that measures it
 * @param method its method that does
 */
record DrivenRow(String id, String title, int tasks, Class<?> benchmark, String method) {
    /** The heap of all rows but the largest, GiB. */
    static final int HEAP_GB = 4;

    private static final int LARGE = 1_000_000;
    private static final int LARGE_HEAP_GB = 16;

    static List<DrivenRow> all() {
        List<DrivenRow> rows = new ArrayList<>();
        for (int tasks : List.of(1_000, 10_000, 100_000, LARGE)) {
            rows.add(
                    new DrivenRow(
                            "save-delete",
                            "save + delete, by bytes",
                            tasks,
                            DrivenTurnoverBenchmark.class,
                            "saveAndDelete"));
        }
        rows.add(
                new DrivenRow(
                        "save-delete-typed",
                        "save + delete, typed",
                        10_000,
                        DrivenTurnoverBenchmark.class,
                        "saveAndDeleteTyped"));
        rows.add(
                new DrivenRow(
                        "task-life",
                        "a command of a task's life, by bytes",
                        10_000,
                        DrivenTaskLifeBenchmark.class,
                        "live"));
        rows.add(
                new DrivenRow(
                        "block",
                        "block update, by handle",
                        0,
                        DrivenBlockBenchmark.class,
                        "setLastProcessedBlock"));
        for (int tasks : List.of(1_000, 100_000, LARGE, 10 * LARGE)) {
            rows.add(read("status", "status by key, by bytes", tasks, "status"));
            rows.add(read("status-map", "status by key, map", tasks, "statusInMap"));
            rows.add(read("field", "one field by key, by bytes", tasks, "field"));
            rows.add(read("view", "getTask by bytes, into a view", tasks, "view"));
            rows.add(read("typed", "getTask, typed", tasks, "typed"));
            rows.add(read("map", "getTask, map", tasks, "fieldInMap"));
        }
        return List.copyOf(rows);
    }

    private static DrivenRow read(String id, String title, int tasks, String method) {
        return new DrivenRow("get-" + id, title, tasks, DrivenReadBenchmark.class, method);
    }

    String benchmarkName() {
        return benchmark.getName() + "." + method;
    }

    int heapGb() {
        return tasks > LARGE ? LARGE_HEAP_GB : HEAP_GB;
    }
}
