package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.T0;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.task;
import static io.strait.conformance.Samples.taskIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorView;
import io.strait.api.Snapshot;
import io.strait.api.Ticket;
import io.strait.api.domain.Block;
import io.strait.api.domain.TaskBegin;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.write.AggregatorWrite.SaveTask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Several threads on one engine: one order, nothing half done, nothing seen to go back. */
public abstract class ConcurrentUseConformance extends Conformance {
    private static final int THREADS = 4;
    private static final int BLOCKS = 300;

    @Test
    void shouldLetExactlyOneCallerBeginEachTask() throws Exception {
        List<Integer> firsts =
                onEachThread(
                        thread ->
                                () -> {
                                    int first = 0;
                                    for (int i = 0; i < 200; i++) {
                                        if (executor.beginTask("t" + i) == TaskBegin.FIRST) {
                                            first++;
                                        }
                                    }
                                    return first;
                                });
        assertEquals(200, firsts.stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void shouldLetExactlyOneCallerSaveEachTask() throws Exception {
        List<Integer> saved =
                onEachThread(
                        thread ->
                                () -> {
                                    int mine = 0;
                                    for (int i = 0; i < 200; i++) {
                                        mine += trySave("t" + i) ? 1 : 0;
                                    }
                                    return mine;
                                });
        assertEquals(200, saved.stream().mapToInt(Integer::intValue).sum());
        assertEquals(200L * (THREADS - 1), engine.counters().refused());
    }

    @Test
    void shouldHandEachTaskToOneClaimantOnly() throws Exception {
        for (int i = 0; i < 400; i++) {
            aggregator.saveTask(task("t" + i));
        }
        List<List<String>> claimed = onEachThread(thread -> this::claimAll);
        Set<String> distinct = new HashSet<>();
        claimed.forEach(distinct::addAll);
        assertEquals(400, distinct.size());
        assertEquals(400, claimed.stream().mapToInt(List::size).sum());
        assertEquals(400, aggregator.countTasks(TaskStatus.PROCESSING));
    }

    @Test
    void shouldShowEveryThreadItsOwnWritesAtOnce() throws Exception {
        onEachThread(
                thread ->
                        () -> {
                            for (int i = 0; i < 200; i++) {
                                String id = "t" + thread + "-" + i;
                                aggregator.saveTask(task(id));
                                assertTrue(aggregator.getTask(id).isPresent(), id);
                                assertTrue(
                                        engine.snapshot().aggregator().getTask(id).isPresent(), id);
                            }
                            return null;
                        });
        assertEquals(200 * THREADS, aggregator.countTasks(TaskStatus.PENDING));
    }

    @Test
    void shouldGiveEveryWriteAPositionOfItsOwn() throws Exception {
        List<List<Long>> positions =
                onEachThread(thread -> () -> submitAndNumber("t" + thread + "-"));
        Set<Long> distinct = new HashSet<>();
        for (List<Long> ofThread : positions) {
            assertEquals(ofThread.stream().sorted().toList(), ofThread, "rising");
            distinct.addAll(ofThread);
        }
        assertEquals(200 * THREADS, distinct.size());
        assertEquals(1, distinct.stream().mapToLong(Long::longValue).min().orElseThrow());
        assertEquals(
                200 * THREADS, distinct.stream().mapToLong(Long::longValue).max().orElseThrow());
    }

    @Test
    void shouldShowTheTasksOfABlockToWhoeverSeesItsNumber() throws Exception {
        Callable<Object> reader =
                () -> {
                    long last = 0;
                    while (last < BLOCKS && !Thread.currentThread().isInterrupted()) {
                        last = Math.max(last, aggregator.getLastProcessedBlock(CHAIN));
                        if (last > 0) {
                            assertEquals(
                                    Optional.of(taskIn(block(last), "t" + last + "b")),
                                    aggregator.getTask("t" + last + "b"));
                        }
                    }
                    return null;
                };
        Concurrently.run(List.of(this::commitAll, reader, reader));
    }

    @Test
    void shouldNeverShowHalfACommit() throws Exception {
        Callable<Object> reader =
                () -> {
                    long last = 0;
                    while (last < BLOCKS && !Thread.currentThread().isInterrupted()) {
                        last = Math.max(last, checkWhole(engine.snapshot()));
                    }
                    return null;
                };
        Concurrently.run(List.of(this::commitAll, reader, reader));
    }

    @Test
    void shouldNeverSeemToGoBack() throws Exception {
        Callable<Object> reader =
                () -> {
                    long last = AggregatorView.NO_BLOCK;
                    long position = 0;
                    while (last < BLOCKS && !Thread.currentThread().isInterrupted()) {
                        long head = aggregator.getLastProcessedBlock(CHAIN);
                        assertTrue(head >= last, "a head went back");
                        Snapshot snapshot = engine.snapshot();
                        assertTrue(snapshot.position() >= position, "a position went back");
                        last = snapshot.aggregator().getLastProcessedBlock(CHAIN);
                        position = snapshot.position();
                        assertTrue(last >= head, "a snapshot is older than a read before it");
                    }
                    return null;
                };
        Concurrently.run(List.of(this::commitAll, reader, reader));
    }

    /** Checks that a snapshot holds the commits up to its head, whole, and nothing else. */
    private static long checkWhole(Snapshot snapshot) {
        AggregatorView view = snapshot.aggregator();
        long head = Math.max(0, view.getLastProcessedBlock(CHAIN));
        assertEquals(head, snapshot.position(), "one write per block");
        assertEquals(2 * head, view.listPendingTasks().size());
        assertEquals(2 * head, view.countTasks(TaskStatus.PENDING));
        List<Block> blocks = view.listBlocks(CHAIN);
        assertEquals(Math.min(head, 6), blocks.size());
        if (head > 0) {
            assertEquals(block(head), blocks.get(blocks.size() - 1));
            assertEquals("t" + head + "b", view.listPendingTasks().get((int) (2 * head - 1)).id());
        }
        return head;
    }

    private Object commitAll() {
        for (long number = 1; number <= BLOCKS; number++) {
            Block block = block(number);
            aggregator.commitBlock(
                    block,
                    List.of(taskIn(block, "t" + number + "a"), taskIn(block, "t" + number + "b")),
                    Math.max(0, number - 5));
        }
        return null;
    }

    private boolean trySave(String id) {
        try {
            aggregator.saveTask(task(id));
            return true;
        } catch (AlreadyExistsException another) {
            return false;
        }
    }

    private List<String> claimAll() {
        List<String> mine = new ArrayList<>();
        Optional<TaskRecord> next = aggregator.claimNextTask(AVS, T0);
        while (next.isPresent()) {
            mine.add(next.get().id());
            next = aggregator.claimNextTask(AVS, T0);
        }
        return mine;
    }

    private List<Long> submitAndNumber(String prefix) {
        List<Ticket<Void>> tickets = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            tickets.add(engine.submit(new SaveTask(task(prefix + i))));
        }
        tickets.forEach(Ticket::await);
        return tickets.stream().map(Ticket::position).toList();
    }

    private static <T> List<T> onEachThread(IntFunction<Callable<T>> job) throws Exception {
        List<Callable<T>> jobs = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            jobs.add(job.apply(thread));
        }
        return Concurrently.run(jobs);
    }
}
