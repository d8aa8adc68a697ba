package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.domain.Block;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Typed reads of a {@link Churn}, live or of a snapshot. Each must be what the state was at one
 * position, not before that of the read's beginning and not after that of its end.
 */
final class ChurnReads {
    /** How many kinds of reads there are. */
    static final int KINDS = 16;

    private static final int ANY = -1;
    private static final int SAMPLED = 8;
    private static final TaskStatus[] STATUSES = TaskStatus.values();

    private final AggregatorView aggregator;
    private final ExecutorView executor;
    private final LongSupplier position;
    private long first;
    private int turn;

    /** The position is the one that is published, or the snapshot's. */
    ChurnReads(AggregatorView aggregator, ExecutorView executor, LongSupplier position) {
        this.aggregator = aggregator;
        this.executor = executor;
        this.position = position;
    }

    /** The kinds take turns, and within a kind what is asked for. */
    void readOne(int i) {
        int which = i / KINDS;
        first = position.getAsLong();
        switch (i % KINDS) {
            case 0 -> assertPending(aggregator.listPendingTasks(), ANY);
            case 1 -> assertPendingRecords(aggregator.listTasks(TaskStatus.PENDING));
            case 2 -> {
                int avs = which % Churn.AVS.length;
                assertPending(aggregator.listPendingTasksForAvs(Churn.AVS[avs]), avs);
            }
            case 3, 4 -> readTasks(STATUSES[1 + which % (STATUSES.length - 1)]);
            case 5 -> {
                long head = aggregator.getLastProcessedBlock(Churn.CHAIN);
                long after = position.getAsLong();
                boolean isHead =
                        head >= new Churn(first).lastBlock()
                                && head <= new Churn(after).lastBlock();
                assertTrue(isHead, () -> head + " between " + first + " and " + after);
                int count = aggregator.countTasks(TaskStatus.PENDING);
                assertTrue(count == Churn.PENDING || count == Churn.PENDING + 1, () -> "" + count);
            }
            case 6 ->
                    assertIs(
                            executor.listPerformers(),
                            Performer::createdAtMs,
                            Churn::lastPerformer,
                            Churn::performers);
            case 7 ->
                    assertIs(
                            aggregator.listOperatorSetConfigs(),
                            OperatorSetConfig::taskSlaSeconds,
                            Churn::lastConfig,
                            Churn::configs);
            case 8 ->
                    assertIs(
                            aggregator.listBlocks(Churn.CHAIN),
                            Block::number,
                            Churn::lastBlock,
                            Churn::blocks);
            case 9 ->
                    assertIs(
                            executor.listProcessedTasks(),
                            ProcessedTask::changedAtMs,
                            Churn::lastBegun,
                            Churn::processed);
            case 10 -> readRecords(which);
            default -> readTask(which % Churn.TASK_IDS);
        }
    }

    private void readTasks(TaskStatus status) {
        ToLongFunction<Churn> last =
                switch (status) {
                    case PROCESSING -> Churn::started;
                    default ->
                            now -> {
                                boolean is = Churn.lastStatus(now.ended()) == status;
                                return is ? now.ended() : now.ended() - 1;
                            };
                };
        assertIs(
                aggregator.listTasks(status),
                one -> one.task().version(),
                last,
                now -> now.inStatus(status));
    }

    private void assertPendingRecords(List<TaskRecord> records) {
        for (TaskRecord one : records) {
            long step = one.task().version();
            boolean isPending = one.status() == TaskStatus.PENDING;
            assertTrue(isPending && one.createdAtMs() == step && one.updatedAtMs() == step);
        }
        assertPending(records.stream().map(TaskRecord::task).toList(), ANY);
    }

    /** Of some of a long list's tasks it is looked at more than the number and the id. */
    private void assertPending(List<Task> tasks, int avs) {
        long after = position.getAsLong();
        int stride = avs == ANY ? 1 : Churn.AVS.length;
        long oldest = tasks.get(0).version();
        long newest = oldest + (tasks.size() - 1L) * stride;
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            long step = oldest + (long) i * stride;
            boolean isIt = task.version() == step && task.id().equals(Churn.taskId(step));
            assertTrue(isIt, () -> task + " in the place of " + step);
            if ((step + turn) % SAMPLED == 0) {
                assertEquals(Churn.task(step), task);
            }
        }
        turn++;
        for (long p = from(newest, Churn::saved, first, after); p <= after; p++) {
            Churn now = new Churn(p);
            if (now.started() < oldest
                    && now.started() + stride >= oldest
                    && now.saved() >= newest
                    && now.saved() < newest + stride) {
                return;
            }
        }
        fail("never " + oldest + " to " + newest + " between " + first + " and " + after);
    }

    private void readRecords(int which) {
        Performer performer = Churn.performer(which % Churn.PERFORMER_COUNT);
        assertIsOneOf(
                executor.getPerformer(performer.id()),
                Performer::createdAtMs,
                Churn::lastPerformer,
                Churn::performers);
        OperatorSetConfig config = Churn.config(which % Churn.CONFIG_COUNT);
        first = position.getAsLong();
        assertIsOneOf(
                aggregator.getOperatorSetConfig(config.operatorSet()),
                OperatorSetConfig::taskSlaSeconds,
                Churn::lastConfig,
                Churn::configs);
        first = position.getAsLong();
        assertIsOneOf(
                aggregator.getLastBlock(Churn.CHAIN),
                Block::number,
                Churn::lastBlock,
                Churn::blocks);
        first = position.getAsLong();
        long step = new Churn(first).lastBegun() - 1;
        Optional<ProcessedTask> done = executor.getProcessedTask(Churn.workId(step));
        // Gone meanwhile, or what it was.
        if (done.isPresent()) {
            assertEquals(Churn.done(step), done.get());
        } else {
            long begun = new Churn(position.getAsLong()).lastBegun();
            assertTrue(begun >= step + Churn.PROCESSED_COUNT, () -> "lost: " + step);
        }
    }

    private void readTask(int idNumber) {
        Optional<TaskRecord> got = aggregator.getTaskRecord(Churn.taskId(idNumber));
        assertTask(idNumber, got.orElse(null), first, position.getAsLong());
    }

    /**
     * Fails unless a task with this number in its id was this, or absent, between two positions.
     */
    static void assertTask(int idNumber, TaskRecord got, long before, long after) {
        String range = " between " + before + " and " + after;
        if (got == null) {
            long lost = new Churn(before).stepOf(idNumber);
            boolean isGone = lost == 0 || new Churn(after).deleted() >= lost;
            assertTrue(isGone, () -> "lost: " + lost + range);
            return;
        }
        long step = got.task().version();
        Churn then = new Churn(Math.max(before, Churn.positionOf(step, got.status())));
        assertTrue(then.position() <= after, () -> "too early: " + got + range);
        assertEquals(step, then.stepOf(idNumber), () -> "not this one: " + got + range);
        assertEquals(then.record(step), got, () -> "at " + then.position() + range);
    }

    /** The list must be the state's at a position at which its last part is the last. */
    private <V> void assertIs(
            List<V> got,
            ToLongFunction<V> stepOf,
            ToLongFunction<Churn> last,
            Function<Churn, List<V>> list) {
        long newest = got.stream().mapToLong(stepOf).max().orElse(0);
        assertSome(got, newest, last, now -> list.apply(now).equals(got));
    }

    private <V> void assertIsOneOf(
            Optional<V> got,
            ToLongFunction<V> stepOf,
            ToLongFunction<Churn> last,
            Function<Churn, List<V>> list) {
        V value = got.orElseThrow();
        long after = position.getAsLong();
        long from = Math.max(first, from(stepOf.applyAsLong(value), last, first, after));
        assertTrue(list.apply(new Churn(from)).contains(value), () -> value + " at " + from);
    }

    private void assertSome(
            Object got, long newest, ToLongFunction<Churn> last, Function<Churn, Boolean> is) {
        long after = position.getAsLong();
        for (long p = from(newest, last, first, after); p <= after; p++) {
            Churn now = new Churn(p);
            if (last.applyAsLong(now) > newest) {
                break;
            }
            if (is.apply(now)) {
                return;
            }
        }
        fail("never so between " + first + " and " + after + ": " + got);
    }

    /** The first position, of some, at which something has come so far; the last one if none. */
    private static long from(long step, ToLongFunction<Churn> last, long before, long after) {
        long low = before;
        long high = after;
        while (low < high) {
            long middle = low + high >>> 1;
            if (last.applyAsLong(new Churn(middle)) >= step) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
