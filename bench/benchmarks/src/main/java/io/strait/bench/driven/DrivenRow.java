package io.strait.bench.driven;

import io.strait.bench.operation.DrivenBlockBenchmark;
import io.strait.bench.operation.DrivenListAfterChangeBenchmark;
import io.strait.bench.operation.DrivenListBenchmark;
import io.strait.bench.operation.DrivenReadBenchmark;
import io.strait.bench.operation.DrivenTaskLifeBenchmark;
import io.strait.bench.operation.DrivenTurnoverBenchmark;
import io.strait.bench.operation.DrivenWalkAfterChangeBenchmark;
import io.strait.bench.operation.DrivenWalkBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is measured.
 *
 * @param id its short name, for choosing it
 * @param title its name in the results
 * @param tasks how many tasks there are throughout; 0 where there are none
 * @param benchmark the class that measures it
 * @param method its method that does
 * @param params the benchmark's parameters, but for the number of tasks
 */
record DrivenRow(
        String id,
        String title,
        int tasks,
        Class<?> benchmark,
        String method,
        Map<String, String> params) {
    /** The heap of all rows but the largest, GiB. */
    static final int HEAP_GB = 4;

    private static final int LARGE = 1_000_000;
    private static final int LARGE_HEAP_GB = 16;

    private static final int PENDING = 1_000;
    private static final Map<String, String> TURNED_OVER =
            Map.of("turnover", Integer.toString(LARGE));
    private static final Map<String, String> TURNED_OVER_AND_HELD =
            Map.of("turnover", Integer.toString(LARGE), "snapshotHeld", "true");

    /** A row whose benchmark has no parameters of its own. */
    DrivenRow(String id, String title, int tasks, Class<?> benchmark, String method) {
        this(id, title, tasks, benchmark, method, Map.of());
    }

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
        rows.add(
                pending(
                        "walk",
                        "walk over all pending, a field each",
                        DrivenWalkBenchmark.class,
                        "walk",
                        Map.of()));
        rows.add(
                pending(
                        "walk-changed",
                        "walk, after a change",
                        DrivenWalkAfterChangeBenchmark.class,
                        "walk",
                        Map.of()));
        rows.add(
                pending(
                        "list",
                        "list of all pending, typed",
                        DrivenListBenchmark.class,
                        "list",
                        Map.of()));
        rows.add(
                pending(
                        "list-changed",
                        "list, after a change",
                        DrivenListAfterChangeBenchmark.class,
                        "list",
                        Map.of()));
        for (boolean held : new boolean[] {false, true}) {
            Map<String, String> params = held ? TURNED_OVER_AND_HELD : TURNED_OVER;
            String id = held ? "-held" : "-turned-over";
            String when = ", after a change, " + (held ? "a snapshot held" : "none held");
            rows.add(
                    pending(
                            "walk" + id,
                            "walk" + when,
                            DrivenWalkAfterChangeBenchmark.class,
                            "walk",
                            params));
            rows.add(
                    pending(
                            "list" + id,
                            "list" + when,
                            DrivenListAfterChangeBenchmark.class,
                            "list",
                            params));
        }
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

    /** The row of a name and a size. */
    static DrivenRow of(String id, int tasks) {
        return all().stream()
                .filter(row -> row.id().equals(id) && row.tasks() == tasks)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no row " + id + " " + tasks));
    }

    private static DrivenRow pending(
            String id,
            String title,
            Class<?> benchmark,
            String method,
            Map<String, String> params) {
        return new DrivenRow(id, title, PENDING, benchmark, method, params);
    }

    private static DrivenRow read(String id, String title, int tasks, String method) {
        return new DrivenRow("get-" + id, title, tasks, DrivenReadBenchmark.class, method);
    }

    String benchmarkName() {
        return benchmark.getName() + "." + method;
    }

    /** How many JVMs it gets at most: filling the largest stores takes longer than measuring. */
    int maxJvms() {
        return tasks > LARGE ? 1 : Integer.MAX_VALUE;
    }

    int heapGb() {
        return tasks > LARGE ? LARGE_HEAP_GB : HEAP_GB;
    }
}
