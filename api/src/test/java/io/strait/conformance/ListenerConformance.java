package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.T0;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Change;
import io.strait.api.ChangeListener;
import io.strait.api.Limits;
import io.strait.api.Ticket;
import io.strait.api.domain.Rollback;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.NotFoundException;
import io.strait.api.error.ResultCode;
import io.strait.api.error.WrongThreadException;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.api.write.Write;
import io.strait.api.write.WriteType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a change listener is told, what it may do, and that it disturbs nobody. */
public abstract class ListenerConformance extends Conformance {
    private final RecordingListener listener = new RecordingListener();

    @Test
    void shouldTellEveryKindOfChangeInOrder() throws Exception {
        listenWith(listener);
        List<Change> expected = new ArrayList<>();
        for (Write<?> write : WriteScript.all()) {
            clock.setMs(clock.millis() + 1);
            Ticket<?> ticket = engine.submit(write);
            Object result = ticket.await();
            expected.add(new Change(ticket.position(), clock.millis(), write, result));
        }
        assertEquals(expected, listener.awaitCount(expected.size()));
        assertEquals(0, listener.lost());
        assertEquals(0, engine.counters().changesLost());
    }

    @Test
    void shouldTellTheResult() throws Exception {
        listenWith(listener);
        aggregator.saveTask(task("t"));
        TaskRecord record = aggregator.updateTaskStatus("t", TaskStatus.PROCESSING);
        assertEquals(
                List.of(
                        new Change(1, T0, new SaveTask(task("t")), null),
                        new Change(
                                2, T0, new UpdateTaskStatus("t", TaskStatus.PROCESSING), record)),
                listener.awaitCount(2));
    }

    /** What comes next is checked against another block from then on, so it is told. */
    @Test
    void shouldTellARollbackThatOnlyForgetsAnOldBlock() throws Exception {
        listenWith(listener);
        aggregator.commitBlock(block(4), List.of(), 0);
        aggregator.commitBlock(block(5), List.of(), 5);
        aggregator.saveBlock(block(2));
        aggregator.deleteBlock(CHAIN, 5);
        assertEquals(2, aggregator.getLastProcessedBlock(CHAIN));
        assertRefused(
                BlockOrderException.class, () -> aggregator.commitBlock(block(4), List.of(), 0));
        Rollback rollback = aggregator.rollbackTo(CHAIN, 2);
        Change told = listener.awaitCount(5).get(4);
        assertEquals(rollback, told.result());
        aggregator.rollbackTo(CHAIN, 2);
        aggregator.commitBlock(block(4), List.of(), 0);
        assertEquals(WriteType.COMMIT_BLOCK, listener.awaitCount(6).get(5).write().type());
    }

    @Test
    void shouldNotTellWritesThatWereRefusedOrChangedNothing() throws Exception {
        listenWith(listener);
        aggregator.commitBlock(block(3), List.of(), 0);
        executor.markTaskProcessed("t");
        assertRefused(NotFoundException.class, () -> aggregator.deleteTask("none"));
        aggregator.setLastProcessedBlock(CHAIN, 3);
        aggregator.saveBlock(block(3));
        aggregator.rollbackTo(CHAIN, 3);
        aggregator.claimNextTask(AVS, T0);
        aggregator.requeueExpiredLeases(T0);
        executor.beginTask("t");
        executor.markTaskProcessed("t");
        aggregator.saveTask(task("end"));
        List<Change> told = listener.awaitCount(3);
        assertEquals(List.of(1L, 2L, 11L), told.stream().map(Change::position).toList());
    }

    @Test
    void shouldTellEqualReplacementsAndForgettingAsChanges() throws Exception {
        Limits limits = Limits.builder().processedTaskRetention(Duration.ofMillis(100)).build();
        use(config -> config.changeListener(listener).limits(limits));
        executor.savePerformer(Samples.performer("p"));
        executor.savePerformer(Samples.performer("p"));
        executor.markTaskProcessed("old");
        clock.setMs(T0 + 60);
        executor.beginTask("running");
        clock.setMs(T0 + 101);
        executor.beginTask("running"); // forgets the old one
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L),
                listener.awaitCount(5).stream().map(Change::position).toList());
    }

    @Test
    void shouldTellAChangeAfterItIsVisible() throws Exception {
        CompletableFuture<Optional<TaskRecord>> seen = new CompletableFuture<>();
        listenWith(change -> seen.complete(aggregator.getTaskRecord("t")));
        aggregator.saveTask(task("t"));
        assertTrue(seen.get(30, TimeUnit.SECONDS).isPresent());
    }

    @Test
    void shouldCallOnAThreadOfItsOwn() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        listenWith(change -> thread.complete(Thread.currentThread()));
        aggregator.saveTask(task("t"));
        assertNotEquals(Thread.currentThread(), thread.get(30, TimeUnit.SECONDS));
    }

    @Test
    void shouldLetTheListenerWrite() throws Exception {
        listenWith(
                change -> {
                    if (change.write() instanceof SaveTask save && save.task().id().equals("a")) {
                        aggregator.saveTask(task("b"));
                    }
                });
        aggregator.saveTask(task("a"));
        Concurrently.until(
                () -> aggregator.getTask("b").isPresent(), "the listener's write is visible");
    }

    @Test
    void shouldNotBeHeldUpByASlowListener() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        listenWith(
                change -> {
                    Concurrently.awaitQuietly(release);
                    listener.onChange(change);
                });
        for (int i = 0; i < 100; i++) {
            aggregator.saveTask(task("t" + i));
        }
        assertEquals(100, aggregator.countTasks(TaskStatus.PENDING));
        assertEquals(List.of(), listener.changes());
        release.countDown();
        assertEquals(100, listener.awaitCount(100).size());
    }

    @Test
    void shouldTellHowManyChangesWereLost() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        GapCheckingListener gaps = new GapCheckingListener(release);
        use(config -> config.changeListener(gaps).changeBufferCapacity(2));
        for (int i = 0; i < 50; i++) {
            aggregator.saveTask(task("t" + i));
        }
        release.countDown();
        int total = 50;
        // a loss may be told only with the next change, so there must be one
        while (gaps.changes().size() + gaps.lost() < total && total < 5_000) {
            aggregator.saveTask(task("t" + total));
            total++;
            Thread.sleep(5);
        }
        assertEquals(total, gaps.changes().size() + gaps.lost());
        assertTrue(gaps.lost() > 0, "the listener was too slow");
        assertEquals(gaps.lost(), engine.counters().changesLost());
        assertEquals(Optional.empty(), gaps.fault());
    }

    @Test
    void shouldCountAndOtherwiseIgnoreWhatTheListenerThrows() throws Exception {
        listenWith(
                change -> {
                    listener.onChange(change);
                    if (change.position() == 1) {
                        throw new AssertionError("planted");
                    }
                    throw new IllegalStateException("planted");
                });
        for (String id : List.of("a", "b", "c")) {
            aggregator.saveTask(task(id));
        }
        listener.awaitCount(3);
        Concurrently.until(
                () -> engine.counters().listenerFailures() == 3, "three failures are counted");
        assertEquals(Optional.empty(), engine.failure());
    }

    @Test
    void shouldRefuseToBeClosedByItsListener() throws Exception {
        CompletableFuture<WrongThreadException> refusal = new CompletableFuture<>();
        listenWith(
                change ->
                        refusal.complete(
                                assertThrowsExactly(WrongThreadException.class, engine::close)));
        aggregator.saveTask(task("a"));
        assertEquals(ResultCode.WRONG_THREAD, refusal.get(30, TimeUnit.SECONDS).code());
        aggregator.saveTask(task("b"));
        assertEquals(2, aggregator.countTasks(TaskStatus.PENDING));
    }

    @Test
    void shouldStillTellChangesThatWereMadeBeforeTheClose() throws Exception {
        listenWith(listener);
        for (int i = 0; i < 100; i++) {
            aggregator.saveTask(task("t" + i));
        }
        engine.close();
        assertEquals(100, listener.awaitCount(100).size());
    }

    private void listenWith(ChangeListener changeListener) {
        use(config -> config.changeListener(changeListener));
    }
}
