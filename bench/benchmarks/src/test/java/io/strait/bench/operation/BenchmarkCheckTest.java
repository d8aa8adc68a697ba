package io.strait.bench.operation;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.strait.api.WaitPreset;
import io.strait.api.domain.Address;
import io.strait.bench.contestant.Contestant;
import io.strait.bench.contestant.ContestantConfig;
import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.operation.FalsifiedContestant.Falsehood;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every benchmark's own check passes over a sound contestant, and fails over one that loses or
 * falsifies something. Seen to fail when each of the comparisons is left out in turn.
 */
@Timeout(120)
class BenchmarkCheckTest {
    @ParameterizedTest
    @EnumSource
    void shouldPassASoundContestant(BenchmarkBody body) throws Exception {
        body.run(FalsifiedContestant.HONEST.open(ContestantConfig.DEFAULT));
    }

    /** What is written and read by bytes is what the same checks expect. */
    @ParameterizedTest
    @EnumSource
    void shouldPassStraitByBytes(BenchmarkBody body) throws Exception {
        ContestantConfig config =
                new ContestantConfig(30_000, WaitPreset.BALANCED, Clock.systemUTC());
        body.run(ContestantKind.STRAIT_EXCLUSIVE.open(config));
    }

    /** Lists that are not made in one step, too. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "CONCURRENT_MAP",
                "CONCURRENT_MAP_INDEXED",
                "NON_BLOCKING_MAP",
                "NON_BLOCKING_MAP_INDEXED"
            })
    void shouldPassSoundListsOfSeveralThreads(ContestantKind kind) throws Exception {
        BenchmarkBody.CONCURRENT_GROWING.run(kind.open(ContestantConfig.DEFAULT));
        BenchmarkBody.CONCURRENT_STEADY.run(kind.open(ContestantConfig.DEFAULT));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("falsehoods")
    void shouldNotice(BenchmarkBody body, String method, String message, Falsehood falsehood) {
        Contestant contestant = FalsifiedContestant.open(method, falsehood);
        IllegalStateException noticed =
                assertThrows(IllegalStateException.class, () -> body.run(contestant));
        assertTrue(noticed.getMessage().startsWith(message + ": "), noticed::getMessage);
    }

    static Stream<Arguments> falsehoods() {
        return Stream.of(
                        savedTasks(BenchmarkBody.SAVE_TASK, 30_000),
                        lastTasks(BenchmarkBody.SAVE_TASK_ALONE, 11_000, 10_000),
                        lastTasks(BenchmarkBody.SAVE_TASK_STEADY, 20_000, 10_000),
                        lastTasks(BenchmarkBody.TASK_LIFE, 15_000, 3_000),
                        lives(),
                        steadyPerformers(),
                        steadyBlocks(),
                        savedTasks(BenchmarkBody.GET_TASK, 1_000),
                        savedTasks(BenchmarkBody.GET_TASK_BY_SIZE, 1_000),
                        savedTasks(BenchmarkBody.LIST_PENDING, 999),
                        savedTasks(BenchmarkBody.LIST_PENDING_FOR_AVS, 1_000),
                        savedTasks(BenchmarkBody.SNAPSHOT, 1_000),
                        savedTasks(BenchmarkBody.SNAPSHOT_AFTER_WRITE, 1_000),
                        savedTasks(BenchmarkBody.UPDATE_STATUS, 30_000),
                        sums(),
                        readsById(),
                        lists(),
                        performers(),
                        concurrent(),
                        chains(),
                        others())
                .flatMap(cases -> cases);
    }

    /** The first, the middle and the last task. */
    private static Stream<Arguments> savedTasks(BenchmarkBody body, long count) {
        return Stream.of(0L, (count + 1) / 2, count - 1)
                .map(call -> arguments(body, "saveTask", "task", Falsehoods.falseTask(call)));
    }

    /** The first, the middle and the last of the tasks that are saved last. */
    private static Stream<Arguments> lastTasks(BenchmarkBody body, long saved, long count) {
        return Stream.of(saved - count, saved - count / 2, saved - 1)
                .map(call -> arguments(body, "saveTask", "task", Falsehoods.falseTask(call)));
    }

    /** A task that is not taken up, not completed, or not deleted. */
    private static Stream<Arguments> lives() {
        return Stream.of(
                arguments(
                        BenchmarkBody.TASK_LIFE,
                        "updateTaskStatus",
                        "tasks",
                        Falsehoods.loses(20_998, Falsehoods::updateStatus)),
                arguments(
                        BenchmarkBody.TASK_LIFE,
                        "updateTaskStatus",
                        "status",
                        Falsehoods.loses(20_999, Falsehoods::updateStatus)),
                arguments(
                        BenchmarkBody.TASK_LIFE,
                        "deleteTask",
                        "task deleted",
                        Falsehoods.loses(
                                4_999, (honest, args) -> honest.deleteTask((String) args[0]))));
    }

    /** A performer that is not saved again, or falsely. */
    private static Stream<Arguments> steadyPerformers() {
        return Stream.of(
                arguments(
                        BenchmarkBody.SAVE_PERFORMER_STEADY,
                        "savePerformer",
                        "createdAtMs",
                        Falsehoods.loses(15_000, Falsehoods::savePerformer)),
                arguments(
                        BenchmarkBody.SAVE_PERFORMER_STEADY,
                        "savePerformer",
                        "performer",
                        Falsehoods.falsePerformer(19_999)));
    }

    /** A commit without its tasks, falsified or not pruned; a task that is not deleted. */
    private static Stream<Arguments> steadyBlocks() {
        return Stream.of(
                arguments(
                        BenchmarkBody.COMMIT_BLOCK_STEADY,
                        "commitBlock",
                        "tasks",
                        Falsehoods.committedTasks(1_077, tasks -> List.of())),
                arguments(
                        BenchmarkBody.COMMIT_BLOCK_STEADY,
                        "commitBlock",
                        "task",
                        Falsehoods.committedTasks(
                                1_500,
                                tasks -> tasks.stream().map(Falsehoods::falsified).toList())),
                arguments(
                        BenchmarkBody.COMMIT_BLOCK_STEADY,
                        "commitBlock",
                        "pruned block",
                        Falsehoods.keepsAllBlocks()),
                arguments(
                        BenchmarkBody.COMMIT_BLOCK_STEADY,
                        "commitBlock",
                        "kept block",
                        Falsehoods.falseBlock(1_999)),
                arguments(
                        BenchmarkBody.COMMIT_BLOCK_STEADY,
                        "deleteTask",
                        "tasks",
                        Falsehoods.loses(
                                77, (honest, args) -> honest.deleteTask((String) args[0]))));
    }

    /** A task that is none of those looked at. */
    private static Stream<Arguments> sums() {
        return Stream.concat(
                Stream.of(
                                BenchmarkBody.SAVE_TASK,
                                BenchmarkBody.LIST_PENDING,
                                BenchmarkBody.LIST_PENDING_FOR_AVS,
                                BenchmarkBody.SNAPSHOT,
                                BenchmarkBody.CONCURRENT_GROWING)
                        .map(
                                body ->
                                        arguments(
                                                body,
                                                "saveTask",
                                                "sum of blocks",
                                                Falsehoods.changedTask(
                                                        8, Falsehoods::numberedHigher))),
                Stream.of(
                        arguments(
                                BenchmarkBody.COMMIT_BLOCK,
                                "commitBlock",
                                "sum of blocks",
                                Falsehoods.committedTasks(
                                        77,
                                        tasks ->
                                                tasks.stream()
                                                        .map(Falsehoods::numberedHigher)
                                                        .toList()))));
    }

    private static Stream<Arguments> readsById() {
        Falsehood reads = Falsehoods.falseReads();
        Falsehood idOfOther = Falsehoods.changedRead(1, Falsehoods::underAnotherId);
        Falsehood none = Falsehoods.changedRead(0, task -> null);
        Falsehood other = Falsehoods.changedRead(0, Falsehoods::numberedHigher);
        // The first is timed, the second is the check's look into the store.
        Falsehood otherThird = Falsehoods.changedRead(2, Falsehoods::numberedHigher);
        String sum = "sum of what was read";
        return Stream.of(
                arguments(BenchmarkBody.SAVE_TASK, "getTask", "task", reads),
                arguments(BenchmarkBody.GET_TASK, "getTask", "task", reads),
                arguments(BenchmarkBody.GET_TASK_BY_SIZE, "getTask", "task", reads),
                arguments(BenchmarkBody.GET_TASK_BY_SIZE, "getTask", "task", idOfOther),
                arguments(BenchmarkBody.GET_TASK, "getTask", sum, none),
                arguments(BenchmarkBody.GET_TASK, "getTask", sum, other),
                arguments(BenchmarkBody.GET_TASK, "getTask", "task read", otherThird),
                arguments(BenchmarkBody.GET_TASK_BY_SIZE, "getTask", sum, none),
                arguments(BenchmarkBody.GET_TASK_BY_SIZE, "getTask", sum, other),
                arguments(BenchmarkBody.GET_TASK_BY_SIZE, "getTask", "task read", otherThird),
                arguments(BenchmarkBody.GET_TASK_DEPENDENT, "getTask", sum, none),
                arguments(BenchmarkBody.GET_TASK_DEPENDENT, "getTask", sum, other),
                arguments(BenchmarkBody.GET_TASK_DEPENDENT, "getTask", sum, otherThird),
                arguments(BenchmarkBody.COMMIT_BLOCK, "getTask", "task by id", reads));
    }

    private static Stream<Arguments> lists() {
        Falsehood loses = Falsehoods.loses(8, Falsehoods::saveTask);
        Falsehood shortList = Falsehoods.shortList(1, (honest, args) -> honest.listPendingTasks());
        String visited = "sum of what was visited";
        return Stream.of(
                arguments(BenchmarkBody.SAVE_TASK, "saveTask", "tasks", loses),
                arguments(
                        BenchmarkBody.SAVE_TASK,
                        "saveTask",
                        "deadlineMs",
                        Falsehoods.changedTask(0, Falsehoods::overdue)),
                arguments(BenchmarkBody.GET_TASK, "saveTask", "task", loses),
                arguments(
                        BenchmarkBody.GET_TASK_BY_SIZE,
                        "saveTask",
                        "task",
                        Falsehoods.loses(0, Falsehoods::saveTask)),
                arguments(BenchmarkBody.LIST_PENDING, "saveTask", "tasks", loses),
                arguments(BenchmarkBody.LIST_PENDING, "listPendingTasks", visited, shortList),
                arguments(BenchmarkBody.LIST_PENDING_FOR_AVS, "saveTask", "tasks", loses),
                arguments(
                        BenchmarkBody.LIST_PENDING_FOR_AVS,
                        "listPendingTasksForAvs",
                        visited,
                        Falsehoods.shortList(
                                1,
                                (honest, args) ->
                                        honest.listPendingTasksForAvs((Address) args[0]))),
                arguments(BenchmarkBody.SNAPSHOT, "saveTask", "tasks", loses));
    }

    private static Stream<Arguments> performers() {
        Falsehood loses = Falsehoods.loses(7, Falsehoods::savePerformer);
        return Stream.of(
                arguments(BenchmarkBody.SAVE_PERFORMER, "savePerformer", "performers", loses),
                arguments(
                        BenchmarkBody.SAVE_PERFORMER,
                        "savePerformer",
                        "performer",
                        Falsehoods.falsePerformer(29_999)),
                arguments(BenchmarkBody.LIST_PERFORMERS, "savePerformer", "performers", loses),
                arguments(
                        BenchmarkBody.LIST_PERFORMERS,
                        "savePerformer",
                        "performer",
                        Falsehoods.falsePerformer(50)),
                arguments(
                        BenchmarkBody.LIST_PERFORMERS,
                        "listPerformers",
                        "sum of what was visited",
                        Falsehoods.shortList(1, (honest, args) -> honest.listPerformers())));
    }

    private static Stream<Arguments> concurrent() {
        Falsehood empty =
                (honest, args, call) -> call < 2_000 ? List.of() : honest.listPendingTasks();
        String deleted = "deleted tasks in a list, beyond those under way";
        return Stream.of(
                arguments(BenchmarkBody.CONCURRENT_GROWING, "saveTask", "tasks", loses(1_000)),
                arguments(BenchmarkBody.CONCURRENT_GROWING, "saveTask", "task", allFalse()),
                arguments(
                        BenchmarkBody.CONCURRENT_GROWING,
                        "listPendingTasks",
                        "visited tasks",
                        empty),
                arguments(
                        BenchmarkBody.CONCURRENT_STEADY, "saveTask", "pending tasks", loses(4_900)),
                arguments(BenchmarkBody.CONCURRENT_STEADY, "saveTask", "task", allFalse()),
                arguments(
                        BenchmarkBody.CONCURRENT_STEADY,
                        "saveTask",
                        "pending task",
                        Falsehoods.changedTask(4_900, Falsehoods::underAnotherId)),
                arguments(
                        BenchmarkBody.CONCURRENT_STEADY,
                        "listPendingTasks",
                        "visited tasks",
                        empty),
                arguments(
                        BenchmarkBody.CONCURRENT_STEADY,
                        "listPendingTasks",
                        deleted,
                        Falsehoods.staleLists(1_000)),
                // Each list as it was before the drain, while far more writes may be under way.
                arguments(
                        BenchmarkBody.CONCURRENT_STEADY_BEHIND,
                        "listPendingTasks",
                        deleted,
                        Falsehoods.lateLists(20)));
    }

    private static Stream<Arguments> chains() {
        return Stream.of(
                arguments(
                        BenchmarkBody.SET_LAST_BLOCK,
                        "setLastProcessedBlock",
                        "last block",
                        Falsehoods.loses(10 * 4_096 - 1, Falsehoods::setLast)),
                arguments(
                        BenchmarkBody.SNAPSHOT_AFTER_WRITE,
                        "setLastProcessedBlock",
                        "last block then",
                        Falsehoods.loses(1, Falsehoods::setLast)),
                arguments(
                        BenchmarkBody.GET_BLOCK,
                        "setLastProcessedBlock",
                        "last block read",
                        Falsehoods.loses(0, Falsehoods::setLast)),
                arguments(
                        BenchmarkBody.COMMIT_BLOCK,
                        "commitBlock",
                        "pruned block",
                        Falsehoods.keepsAllBlocks()),
                arguments(
                        BenchmarkBody.COMMIT_BLOCK,
                        "commitBlock",
                        "kept block",
                        Falsehoods.falseBlock(9_999)),
                arguments(
                        BenchmarkBody.COMMIT_BLOCK,
                        "commitBlock",
                        "tasks",
                        Falsehoods.committedTasks(77, tasks -> List.of())),
                arguments(
                        BenchmarkBody.COMMIT_BLOCK,
                        "commitBlock",
                        "task",
                        Falsehoods.committedTasks(
                                5_000,
                                tasks -> tasks.stream().map(Falsehoods::falsified).toList())));
    }

    private static Stream<Arguments> others() {
        Falsehood live = (honest, args, call) -> honest;
        return Stream.of(
                arguments(BenchmarkBody.SNAPSHOT, "snapshot", "tasks", live),
                arguments(BenchmarkBody.SNAPSHOT_AFTER_WRITE, "snapshot", "last block then", live),
                arguments(
                        BenchmarkBody.SAVE_CONFIG,
                        "saveOperatorSetConfig",
                        "config",
                        Falsehoods.falseConfigs()),
                arguments(
                        BenchmarkBody.SAVE_CONFIG,
                        "saveOperatorSetConfig",
                        "config",
                        Falsehoods.loses(10 * 4_096 - 1, Falsehoods::saveConfig)),
                arguments(
                        BenchmarkBody.UPDATE_STATUS,
                        "updateTaskStatus",
                        "pending tasks",
                        Falsehoods.loses(7, Falsehoods::updateStatus)));
    }

    /** Loses a task late enough that nobody will delete it while the benchmark runs. */
    private static Falsehood loses(long lostCall) {
        return Falsehoods.loses(lostCall, Falsehoods::saveTask);
    }

    private static Falsehood allFalse() {
        return (honest, args, call) -> Falsehoods.falseTask(call).instead(honest, args, call);
    }
}
