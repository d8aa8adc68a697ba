package io.strait.bench.table;

import static io.strait.bench.operation.LaneWords.COMMIT_OF_10;
import static io.strait.bench.operation.LaneWords.CONFIG;
import static io.strait.bench.operation.LaneWords.ID;
import static io.strait.bench.operation.LaneWords.PERFORMER;
import static io.strait.bench.operation.LaneWords.SAVE;
import static io.strait.bench.table.RowContestants.BLOCK_FLOORS;
import static io.strait.bench.table.RowContestants.BLOCK_SETTERS;
import static io.strait.bench.table.RowContestants.PERFORMER_LISTERS;
import static io.strait.bench.table.RowContestants.READERS;
import static io.strait.bench.table.RowContestants.SNAPSHOT_TAKERS;
import static io.strait.bench.table.RowContestants.TASK_LISTERS;
import static io.strait.bench.table.RowContestants.TASK_READERS;
import static io.strait.bench.table.RowContestants.TASK_WRITERS;
import static io.strait.bench.table.RowContestants.TASK_WRITERS_AND_LISTERS;
import static io.strait.bench.table.RowContestants.TASK_WRITERS_WHO_LIST;
import static io.strait.bench.table.RowContestants.WRITERS;
import static java.util.stream.Collectors.joining;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.operation.CommitBlockBenchmark;
import io.strait.bench.operation.CommitBlockSteadyBenchmark;
import io.strait.bench.operation.ConcurrentGrowingBenchmark;
import io.strait.bench.operation.ConcurrentSteadyBenchmark;
import io.strait.bench.operation.GetLastProcessedBlockBenchmark;
import io.strait.bench.operation.GetTaskBenchmark;
import io.strait.bench.operation.GetTaskBySizeBenchmark;
import io.strait.bench.operation.GetTaskDependentBenchmark;
import io.strait.bench.operation.ListPendingTasksAfterChangeBenchmark;
import io.strait.bench.operation.ListPendingTasksBenchmark;
import io.strait.bench.operation.ListPendingTasksForAvsBenchmark;
import io.strait.bench.operation.ListPerformersBenchmark;
import io.strait.bench.operation.SaveOperatorSetConfigBenchmark;
import io.strait.bench.operation.SavePerformerBenchmark;
import io.strait.bench.operation.SavePerformerSteadyBenchmark;
import io.strait.bench.operation.SaveTaskAloneBenchmark;
import io.strait.bench.operation.SaveTaskBenchmark;
import io.strait.bench.operation.SaveTaskSteadyBenchmark;
import io.strait.bench.operation.SetLastProcessedBlockBenchmark;
import io.strait.bench.operation.SnapshotAfterWriteBenchmark;
import io.strait.bench.operation.SnapshotBenchmark;
import io.strait.bench.operation.TaskLifeBenchmark;
import io.strait.bench.operation.UpdateTaskStatusBenchmark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The rows of the table, in its order: those of the Go benchmark, then those that it lacks. */
final class TableRows {
    private TableRows() {}

    static List<TableRow> all() {
        List<TableRow> rows = new ArrayList<>(published());
        extra().stream().map(TableRows::withFewerStores).forEach(rows::add);
        return List.copyOf(rows);
    }

    /**
     * MVStore is compared in the rows of the Go benchmark, and in those of snapshots, which it
     * alone of the rivals takes without a copy.
     */
    private static TableRow withFewerStores(TableRow row) {
        return row.contestants().equals(SNAPSHOT_TAKERS)
                ? row
                : row.without(ContestantKind.MVSTORE);
    }

    /** The name of a row. */
    static String titleOf(String id) {
        return all().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no row " + id))
                .title();
    }

    private static List<TableRow> published() {
        return List.of(
                TableRow.of(
                                "save-task",
                                "SaveTask",
                                "builds a task and saves it under a new id; from none to 30,000"
                                        + " tasks",
                                SaveTaskBenchmark.class,
                                TASK_WRITERS)
                        .withSyncBlock(),
                TableRow.of(
                        "get-task",
                        "GetTask",
                        "formats an id, and reads the task and a field of it; 1,000 tasks",
                        GetTaskBenchmark.class,
                        READERS),
                TableRow.of(
                                "list-pending-1k",
                                "ListPendingTasks (1,000 tasks)",
                                "lists the pending tasks and visits each; 1,000 tasks, all pending",
                                ListPendingTasksBenchmark.class,
                                TASK_LISTERS)
                        .with(Map.of("tasks", "1000", "pending", "1000")),
                TableRow.of(
                        "concurrent-growing",
                        "Concurrent read/write",
                        "one save of a new task, or one full list of the pending ones: each of 2"
                                + " threads makes them in turn, so that a round of its is two"
                                + " operations; from none to 2,000 tasks, while nobody knows how"
                                + " far the published figure's went",
                        ConcurrentGrowingBenchmark.class,
                        TASK_WRITERS_WHO_LIST),
                TableRow.of(
                                "set-block-1",
                                "SetLastProcessedBlock",
                                "sets an ever rising number; one chain, 1 thread",
                                SetLastProcessedBlockBenchmark.class,
                                BLOCK_SETTERS)
                        .withFloors(BLOCK_FLOORS),
                TableRow.of(
                                "save-config",
                                "SaveOperatorSetConfig",
                                "builds a configuration and saves it under one of 10 keys",
                                SaveOperatorSetConfigBenchmark.class,
                                WRITERS)
                        .withWords(words(CONFIG))
                        .withSyncBlock(),
                TableRow.of(
                                "save-performer",
                                "SavePerformer",
                                "builds a performer and saves it under a new id; from none to"
                                        + " 30,000",
                                SavePerformerBenchmark.class,
                                WRITERS)
                        .withSyncBlock(),
                TableRow.of(
                        "list-performers",
                        "ListPerformers (100)",
                        "lists 100 performers and visits each",
                        ListPerformersBenchmark.class,
                        PERFORMER_LISTERS),
                TableRow.of(
                                "list-pending-10k",
                                "Large data set: list 10,000 pending",
                                "lists the pending tasks and visits each; 10,000 tasks over 100"
                                        + " AVSs and 10 operator sets, all pending",
                                ListPendingTasksBenchmark.class,
                                TASK_LISTERS)
                        .with(Map.of("tasks", "10000", "pending", "10000")));
    }

    private static List<TableRow> extra() {
        List<TableRow> rows = new ArrayList<>();
        rows.add(setBlock("set-block-2", 2).inFullTable());
        rows.add(setBlock("set-block-4", 4).inFullTable());
        rows.add(
                TableRow.of(
                                "get-block",
                                "getLastProcessedBlock",
                                "reads a chain's last processed block; nobody writes",
                                GetLastProcessedBlockBenchmark.class,
                                READERS)
                        .inFullTable());
        rows.add(concurrentSteady(1).inFullTable());
        rows.add(concurrentSteady(2).inFullTable());
        rows.add(concurrentSteady(4).inFullTable());
        rows.add(
                TableRow.of(
                                "update-status",
                                "updateTaskStatus",
                                "moves a task from pending to processing; 30,000 tasks, each once",
                                UpdateTaskStatusBenchmark.class,
                                TASK_WRITERS)
                        .withSyncBlock()
                        .inFullTable());
        rows.add(
                TableRow.of(
                                "save-task-alone",
                                "SaveTask, 10,000 to 11,000 tasks",
                                "builds a task and saves it under a new id, 1,000 in a row; then as"
                                        + " many are deleted, the oldest, which is not in the time"
                                        + " but in the bytes",
                                SaveTaskAloneBenchmark.class,
                                TASK_WRITERS)
                        .withWords(words(SAVE))
                        .withWarmup(3) // until there is memory for what is under way at most
                        .inFullTable());
        rows.add(
                TableRow.of(
                                "save-task-steady",
                                "SaveTask, 10,000 tasks throughout",
                                "builds a task and saves it under a new id, and deletes the oldest"
                                        + " one: a round of both is one operation; 10,000 tasks",
                                SaveTaskSteadyBenchmark.class,
                                TASK_WRITERS)
                        .withWords(words(SAVE, ID))
                        .inFullTable());
        rows.add(
                TableRow.of(
                                "task-life",
                                "A task's life, 10,000 tasks throughout",
                                "one of four commands in turn: saves a new task, takes one up,"
                                        + " completes one, deletes the oldest; 10,000 tasks, 3,000"
                                        + " of them pending and 3,000 in work",
                                TaskLifeBenchmark.class,
                                TASK_WRITERS)
                        .withWords(
                                words(SAVE) + "/" + words(ID) + "/" + words(ID) + "/" + words(ID))
                        .inFullTable());
        rows.add(
                TableRow.of(
                                "list-pending-1k-of-10k",
                                "list 1,000 pending among 10,000",
                                "lists the pending tasks and visits each; 10,000 tasks, each tenth"
                                        + " pending",
                                ListPendingTasksBenchmark.class,
                                TASK_LISTERS)
                        .with(Map.of("tasks", "10000", "pending", "1000"))
                        .inFullTable());
        rows.add(
                TableRow.of(
                                "list-pending-1k-changed",
                                "list 1,000 pending, changed",
                                "lists the pending tasks and visits each; 1,000 tasks, all pending;"
                                        + " before each list another one is saved and deleted,"
                                        + " which is not in the time but in the bytes",
                                ListPendingTasksAfterChangeBenchmark.class,
                                TASK_LISTERS)
                        .with(Map.of("tasks", "1000", "pending", "1000"))
                        .inFullTable());
        rows.add(
                TableRow.of(
                                "list-pending-for-avs",
                                "listPendingTasksForAvs",
                                "lists one AVS's 100 pending tasks and visits each; 10,000 tasks"
                                        + " over 100 AVSs, all pending",
                                ListPendingTasksForAvsBenchmark.class,
                                TASK_LISTERS)
                        .with(Map.of("tasks", "10000", "pending", "10000"))
                        .inFullTable());
        rows.add(commitBlock(0).inFullTable());
        rows.add(commitBlock(1).inFullTable());
        rows.add(commitBlock(10).inFullTable());
        rows.add(
                TableRow.of(
                                "commit-block-10-steady",
                                "commitBlock, 10 tasks, 10,000 tasks throughout",
                                "builds a block with 10 tasks and commits it, prunes to 100 blocks,"
                                        + " and deletes the 10 oldest tasks: all of that is one"
                                        + " operation; 10,000 tasks",
                                CommitBlockSteadyBenchmark.class,
                                TASK_WRITERS)
                        .withWords(words(COMMIT_OF_10, ID, ID, ID, ID, ID, ID, ID, ID, ID, ID))
                        .withWarmup(3) // until there is memory for the largest batch
                        .inFullTable());
        rows.add(
                TableRow.of(
                                "save-performer-steady",
                                "SavePerformer, 10,000 performers throughout",
                                "builds a performer and saves it over another one; 10,000"
                                        + " performers",
                                SavePerformerSteadyBenchmark.class,
                                WRITERS)
                        .withWords(words(PERFORMER))
                        .inFullTable());
        rows.add(
                TableRow.of(
                        "snapshot",
                        "snapshot()",
                        "takes a consistent view of everything; 1,000 tasks, nobody writes",
                        SnapshotBenchmark.class,
                        SNAPSHOT_TAKERS));
        rows.add(
                TableRow.of(
                                "write-snapshot",
                                "setLastProcessedBlock, then snapshot()",
                                "sets a number and takes a consistent view; 1,000 tasks",
                                SnapshotAfterWriteBenchmark.class,
                                SNAPSHOT_TAKERS)
                        .inFullTable());
        rows.add(getTaskAmong("1k", 1_000).inFullTable());
        rows.add(getTaskAmong("100k", 100_000).inFullTable());
        rows.add(getTaskAmong("1M", 1_000_000).onHeap(4, 2).inFullTable());
        rows.add(
                getTaskAmong("10M", 10_000_000)
                        .onHeap(16, 1)
                        .without(ContestantKind.LOCKED)
                        .inFullTable());
        rows.add(getTaskDependent("1k", 1_000).inFullTable());
        rows.add(getTaskDependent("100k", 100_000).inFullTable());
        rows.add(getTaskDependent("1M", 1_000_000).onHeap(4, 2).inFullTable());
        return rows;
    }

    private static TableRow setBlock(String id, int threads) {
        return TableRow.of(
                        id,
                        "SetLastProcessedBlock, " + threads + " threads",
                        "sets an ever rising number; one chain a thread, " + threads + " threads",
                        SetLastProcessedBlockBenchmark.class,
                        BLOCK_SETTERS)
                .onThreads(threads);
    }

    private static TableRow concurrentSteady(int threads) {
        return TableRow.of(
                        "concurrent-steady-" + threads,
                        "Concurrent read/write, steady, " + threads + threadsNoun(threads),
                        "one deletion of the thread's oldest task, one save of a new one, or one"
                                + " full list of the pending ones: each thread makes them in turn,"
                                + " so that a round of its is three operations; 1,000 tasks"
                                + " throughout",
                        ConcurrentSteadyBenchmark.class,
                        TASK_WRITERS_AND_LISTERS)
                .onThreads(threads)
                .withWarmup(3);
    }

    private static TableRow commitBlock(int tasks) {
        return TableRow.of(
                        "commit-block-" + tasks,
                        "commitBlock, " + tasks + (tasks == 1 ? " task" : " tasks"),
                        "commits a ready-made block with its tasks, and prunes to 100 blocks;"
                                + " 10,000 blocks",
                        CommitBlockBenchmark.class,
                        TASK_WRITERS)
                .with(Map.of("tasksPerBlock", Integer.toString(tasks)));
    }

    private static TableRow getTaskAmong(String size, int tasks) {
        return TableRow.of(
                        "get-task-" + size,
                        getTaskTitle(size),
                        "reads a task by a ready-made random id, and a field of it",
                        GetTaskBySizeBenchmark.class,
                        READERS)
                .with(Map.of("tasks", Integer.toString(tasks)));
    }

    private static TableRow getTaskDependent(String size, int tasks) {
        return TableRow.of(
                        "get-task-dependent-" + size,
                        getTaskTitle(size) + ", one after the other",
                        "reads a task by a ready-made random id, and a field of it on which it"
                                + " depends which id is next: the processor cannot overlap reads"
                                + " then, and the figure is how long one takes when it is needed to"
                                + " go on",
                        GetTaskDependentBenchmark.class,
                        TASK_READERS)
                .with(Map.of("tasks", Integer.toString(tasks)));
    }

    private static String getTaskTitle(String size) {
        return "getTask among " + size.replace("k", " k").replace("M", " M");
    }

    /** Of the commands of an operation. */
    private static String words(int... ofCommands) {
        return Arrays.stream(ofCommands).mapToObj(Integer::toString).collect(joining("+"));
    }

    private static String threadsNoun(int threads) {
        return threads == 1 ? " thread" : " threads";
    }
}
