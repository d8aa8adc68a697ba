package io.strait.bench.table;

import static io.strait.bench.contestant.ContestantKind.CONCURRENT_MAP;
import static io.strait.bench.contestant.ContestantKind.CONCURRENT_MAP_INDEXED;
import static io.strait.bench.contestant.ContestantKind.LOCKED;
import static io.strait.bench.contestant.ContestantKind.LOCKED_INDEXED;
import static io.strait.bench.contestant.ContestantKind.MVSTORE;
import static io.strait.bench.contestant.ContestantKind.NON_BLOCKING_MAP;
import static io.strait.bench.contestant.ContestantKind.NON_BLOCKING_MAP_INDEXED;
import static io.strait.bench.contestant.ContestantKind.STRAIT_ASYNC;
import static io.strait.bench.contestant.ContestantKind.STRAIT_EXCLUSIVE;
import static io.strait.bench.contestant.ContestantKind.STRAIT_SHARED;
import static io.strait.bench.contestant.ContestantKind.STRAIT_SYNC;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.operation.CommitBlockBenchmark;
import io.strait.bench.operation.ConcurrentGrowingBenchmark;
import io.strait.bench.operation.ConcurrentSteadyBenchmark;
import io.strait.bench.operation.GetTaskBenchmark;
import io.strait.bench.operation.GetTaskBySizeBenchmark;
import io.strait.bench.operation.ListPendingTasksBenchmark;
import io.strait.bench.operation.ListPendingTasksForAvsBenchmark;
import io.strait.bench.operation.ListPerformersBenchmark;
import io.strait.bench.operation.SaveOperatorSetConfigBenchmark;
import io.strait.bench.operation.SavePerformerBenchmark;
import io.strait.bench.operation.SaveTaskBenchmark;
import io.strait.bench.operation.SetLastProcessedBlockBenchmark;
import io.strait.bench.operation.SnapshotAfterWriteBenchmark;
import io.strait.bench.operation.SnapshotBenchmark;
import io.strait.bench.operation.UpdateTaskStatusBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows of the table, in its order: those of the Go benchmark, then those that it lacks. */
final class TableRows {
    /** Writes of tasks: an index of pending ones costs, so it is measured with and without. */
    private static final List<ContestantKind> TASK_WRITERS =
            List.of(
                    STRAIT_SYNC,
                    STRAIT_ASYNC,
                    LOCKED,
                    LOCKED_INDEXED,
                    CONCURRENT_MAP,
                    CONCURRENT_MAP_INDEXED,
                    NON_BLOCKING_MAP,
                    NON_BLOCKING_MAP_INDEXED,
                    MVSTORE);

    /**
     * Both at once from several threads, each list with the caller's own saves in it. Asynchronous
     * Strait's lists need not hold them, so it would list less than the others do.
     */
    private static final List<ContestantKind> TASK_WRITERS_WHO_LIST =
            TASK_WRITERS.stream().filter(kind -> kind != STRAIT_ASYNC).toList();

    /** Writes of performers: a list of them has an order, too, which costs either side. */
    private static final List<ContestantKind> PERFORMER_WRITERS =
            TASK_WRITERS.stream().filter(kind -> kind != LOCKED_INDEXED).toList();

    /** Lists of performers. */
    private static final List<ContestantKind> PERFORMER_LISTERS =
            PERFORMER_WRITERS.stream().filter(kind -> kind != STRAIT_ASYNC).toList();

    /** Writes that no index bears on. */
    private static final List<ContestantKind> WRITERS =
            List.of(STRAIT_SYNC, STRAIT_ASYNC, LOCKED, CONCURRENT_MAP, NON_BLOCKING_MAP, MVSTORE);

    /** Block updates: what Strait's producers do too. */
    private static final List<ContestantKind> BLOCK_SETTERS =
            List.of(
                    STRAIT_SYNC,
                    STRAIT_ASYNC,
                    STRAIT_SHARED,
                    STRAIT_EXCLUSIVE,
                    LOCKED,
                    CONCURRENT_MAP,
                    NON_BLOCKING_MAP,
                    MVSTORE);

    /** Lists of tasks. Reads are the same whether Strait's writes are synchronous or not. */
    private static final List<ContestantKind> TASK_LISTERS =
            List.of(
                    STRAIT_SYNC,
                    LOCKED,
                    LOCKED_INDEXED,
                    CONCURRENT_MAP,
                    CONCURRENT_MAP_INDEXED,
                    NON_BLOCKING_MAP,
                    NON_BLOCKING_MAP_INDEXED,
                    MVSTORE);

    /** Reads that no index bears on. */
    private static final List<ContestantKind> READERS =
            List.of(STRAIT_SYNC, LOCKED, CONCURRENT_MAP, NON_BLOCKING_MAP, MVSTORE);

    /** Those that can take a consistent view. */
    private static final List<ContestantKind> SNAPSHOT_TAKERS =
            List.of(STRAIT_SYNC, LOCKED, MVSTORE);

    private TableRows() {}

    static List<TableRow> all() {
        List<TableRow> rows = new ArrayList<>(published());
        rows.addAll(extra());
        return List.copyOf(rows);
    }

    private static List<TableRow> published() {
        return List.of(
                TableRow.of(
                        "save-task",
                        "SaveTask",
                        "builds a task and saves it under a new id; from none to 30,000 tasks",
                        Published.ofStore(620.9, 493, 10, 1_814).andSyncMap(679.7, 1_954),
                        SaveTaskBenchmark.class,
                        TASK_WRITERS),
                TableRow.of(
                        "get-task",
                        "GetTask",
                        "formats an id and reads the task; 1,000 tasks",
                        Published.ofStore(68.75, 13, 1, 83).andSyncMap(71.48, 95),
                        GetTaskBenchmark.class,
                        READERS),
                TableRow.of(
                                "list-pending-1k",
                                "ListPendingTasks (1,000 tasks)",
                                "lists the pending tasks and visits each; 1,000 tasks, all pending",
                                Published.ofStore(12_094, 17_528, 11, 18_400),
                                ListPendingTasksBenchmark.class,
                                TASK_LISTERS)
                        .with(Map.of("tasks", "1000", "pending", "1000")),
                TableRow.of(
                        "concurrent-growing",
                        "Concurrent read/write",
                        "2 threads, each one save of a new task and one full list in turn: two"
                                + " operations a round; from none to 2,000 tasks, while nobody"
                                + " knows how far the published figure's went",
                        Published.ofStore(96_444, 198_814, 14, 129_000)
                                .andSyncMap(114_985, 101_000),
                        ConcurrentGrowingBenchmark.class,
                        TASK_WRITERS_WHO_LIST),
                TableRow.of(
                        "set-block-1",
                        "SetLastProcessedBlock",
                        "sets an ever rising number; one chain, 1 thread",
                        Published.ofStore(9.077, 0, 0, 26.5).andSyncMap(117.0, 157),
                        SetLastProcessedBlockBenchmark.class,
                        BLOCK_SETTERS),
                TableRow.of(
                        "save-config",
                        "SaveOperatorSetConfig",
                        "builds a configuration and saves it under one of 10 keys",
                        Published.ofStore(235.8, 136, 7, 350).andSyncMap(277.9, 424),
                        SaveOperatorSetConfigBenchmark.class,
                        WRITERS),
                TableRow.of(
                        "save-performer",
                        "SavePerformer",
                        "builds a performer and saves it under a new id; from none to 30,000",
                        Published.ofStore(479.7, 345, 5, 1_209),
                        SavePerformerBenchmark.class,
                        PERFORMER_WRITERS),
                TableRow.of(
                        "list-performers",
                        "ListPerformers (100)",
                        "lists 100 performers and visits each",
                        Published.ofStore(5_092, 20_096, 101, 9_132),
                        ListPerformersBenchmark.class,
                        PERFORMER_LISTERS),
                TableRow.of(
                                "list-pending-10k",
                                "Large data set: list 10,000 pending",
                                "lists the pending tasks and visits each; 10,000 tasks over 100"
                                        + " AVSs and 10 operator sets, all pending",
                                Published.ofStore(161_235, 311_074, 37, 344_600),
                                ListPendingTasksBenchmark.class,
                                TASK_LISTERS)
                        .with(Map.of("tasks", "10000", "pending", "10000")));
    }

    private static List<TableRow> extra() {
        List<TableRow> rows = new ArrayList<>();
        rows.add(setBlock("set-block-2", 2, 35));
        rows.add(setBlock("set-block-4", 4, 63).inFullTable());
        rows.add(concurrentSteady(1).inFullTable());
        rows.add(concurrentSteady(2));
        rows.add(concurrentSteady(4).inFullTable());
        rows.add(
                TableRow.of(
                                "update-status",
                                "updateTaskStatus",
                                "moves a task from pending to processing; 30,000 tasks, each once",
                                Published.NOTHING,
                                UpdateTaskStatusBenchmark.class,
                                TASK_WRITERS)
                        .inFullTable());
        rows.add(
                TableRow.of(
                                "list-pending-1k-of-10k",
                                "list 1,000 pending among 10,000",
                                "lists the pending tasks and visits each; 10,000 tasks, each tenth"
                                        + " pending",
                                Published.NOTHING,
                                ListPendingTasksBenchmark.class,
                                TASK_LISTERS)
                        .with(Map.of("tasks", "10000", "pending", "1000"))
                        .inFullTable());
        rows.add(
                TableRow.of(
                                "list-pending-for-avs",
                                "listPendingTasksForAvs",
                                "lists one AVS's 100 pending tasks and visits each; 10,000 tasks"
                                        + " over 100 AVSs, all pending",
                                Published.NOTHING,
                                ListPendingTasksForAvsBenchmark.class,
                                TASK_LISTERS)
                        .with(Map.of("tasks", "10000", "pending", "10000"))
                        .inFullTable());
        rows.add(commitBlock(0).inFullTable());
        rows.add(commitBlock(1).inFullTable());
        rows.add(commitBlock(10));
        rows.add(
                TableRow.of(
                        "snapshot",
                        "snapshot()",
                        "takes a consistent view of everything; 1,000 tasks, nobody writes",
                        Published.NOTHING,
                        SnapshotBenchmark.class,
                        SNAPSHOT_TAKERS));
        rows.add(
                TableRow.of(
                                "write-snapshot",
                                "setLastProcessedBlock, then snapshot()",
                                "sets a number and takes a consistent view; 1,000 tasks",
                                Published.NOTHING,
                                SnapshotAfterWriteBenchmark.class,
                                SNAPSHOT_TAKERS)
                        .inFullTable());
        rows.add(getTaskAmong("1k", 1_000).inFullTable());
        rows.add(getTaskAmong("100k", 100_000));
        rows.add(getTaskAmong("1M", 1_000_000).onHeap(4, 2).inFullTable());
        rows.add(getTaskAmong("10M", 10_000_000).onHeap(16, 1).inFullTable());
        return rows;
    }

    private static TableRow setBlock(String id, int threads, double rerun) {
        return TableRow.of(
                        id,
                        "SetLastProcessedBlock, " + threads + " threads",
                        "sets an ever rising number; one chain a thread, " + threads + " threads",
                        Published.ofRerun(rerun),
                        SetLastProcessedBlockBenchmark.class,
                        BLOCK_SETTERS)
                .onThreads(threads);
    }

    private static TableRow concurrentSteady(int threads) {
        return TableRow.of(
                        "concurrent-steady-" + threads,
                        "Concurrent read/write, steady, " + threads + threadsNoun(threads),
                        "each thread deletes its oldest task, saves a new one and lists the"
                                + " pending ones in turn: three operations a round; 1,000 tasks"
                                + " throughout",
                        Published.NOTHING,
                        ConcurrentSteadyBenchmark.class,
                        TASK_WRITERS)
                .onThreads(threads)
                .withWarmup(3);
    }

    private static TableRow commitBlock(int tasks) {
        return TableRow.of(
                        "commit-block-" + tasks,
                        "commitBlock, " + tasks + (tasks == 1 ? " task" : " tasks"),
                        "commits a ready-made block with its tasks, and prunes to 100 blocks;"
                                + " 10,000 blocks",
                        Published.NOTHING,
                        CommitBlockBenchmark.class,
                        TASK_WRITERS)
                .with(Map.of("tasksPerBlock", Integer.toString(tasks)));
    }

    private static TableRow getTaskAmong(String size, int tasks) {
        return TableRow.of(
                        "get-task-" + size,
                        "getTask among " + size.replace("k", " k").replace("M", " M"),
                        "reads a task by a ready-made random id",
                        Published.NOTHING,
                        GetTaskBySizeBenchmark.class,
                        READERS)
                .with(Map.of("tasks", Integer.toString(tasks)));
    }

    private static String threadsNoun(int threads) {
        return threads == 1 ? " thread" : " threads";
    }
}
