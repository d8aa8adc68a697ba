package io.strait.conformance;

import static io.strait.conformance.Samples.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.strait.api.BackPressure;
import io.strait.api.Ticket;
import io.strait.api.WriteOptions;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.BackPressureException;
import io.strait.api.error.EngineClosedException;
import io.strait.api.error.ResultCode;
import io.strait.api.error.WriteInterruptedException;
import io.strait.api.error.WriteTimeoutException;
import io.strait.api.write.AggregatorWrite.SaveTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No call hangs although the writer makes no progress: its thread, which the engine gets from the
 * configured factory, does not get to run until the test lets it. Skipped for an implementation
 * that writes on the calling thread.
 */
public abstract class StalledWriterConformance extends Conformance {
    private static final int LANE_CAPACITY = 4;
    private static final WriteOptions SHORT =
            new WriteOptions(Duration.ofMillis(50), BackPressure.WAIT);

    private final CountDownLatch gate = new CountDownLatch(1);
    private Ticket<Void> first;

    @BeforeEach
    void stall() {
        ThreadFactory gated =
                job -> {
                    Thread thread = new Thread(() -> runBehindGate(job));
                    thread.setDaemon(true);
                    return thread;
                };
        use(
                config ->
                        config.threadFactory(gated)
                                .laneCapacity(LANE_CAPACITY)
                                .maxBatch(LANE_CAPACITY)
                                .writeOptions(SHORT)
                                .closeTimeout(Duration.ofMillis(50)));
        first = engine.submit(new SaveTask(task("first")));
        assumeFalse(first.isDone(), "writes on the calling thread");
    }

    @AfterEach
    void letRun() {
        gate.countDown();
        Thread.interrupted();
        try {
            engine.barrier(
                    Duration.ofSeconds(30)); // or the state would change while it is compared
        } catch (EngineClosedException closed) {
            assertTrue(first.isDone(), "released");
        }
    }

    @Test
    void shouldTellThatAnOutcomeIsNotThereYet() {
        assertFalse(first.isDone());
        assertThrowsExactly(IllegalStateException.class, first::code);
        assertThrowsExactly(IllegalStateException.class, first::position);
        assertEquals(Optional.empty(), aggregator.getTask("first"));
        gate.countDown();
        first.await(Duration.ofSeconds(30));
        assertEquals(1, first.position());
        assertEquals(Optional.of(task("first")), aggregator.getTask("first"));
    }

    @Test
    void shouldTimeOutWithATicketThatStillTells() {
        WriteTimeoutException timeout =
                assertThrowsExactly(
                        WriteTimeoutException.class, () -> aggregator.saveTask(task("t")));
        assertEquals(ResultCode.TIMED_OUT, timeout.code());
        assertFalse(timeout.ticket().isDone());
        gate.countDown();
        timeout.ticket().await(Duration.ofSeconds(30));
        assertEquals(2, timeout.ticket().position());
        assertEquals(Optional.of(task("t")), aggregator.getTask("t"));
    }

    @Test
    void shouldTimeOutInEveryKindOfWait() {
        assertThrowsExactly(WriteTimeoutException.class, first::await);
        assertThrowsExactly(WriteTimeoutException.class, () -> first.await(Duration.ofMillis(1)));
        assertThrowsExactly(WriteTimeoutException.class, () -> engine.await(first));
        assertThrowsExactly(WriteTimeoutException.class, engine::barrier);
        assertThrowsExactly(
                WriteTimeoutException.class, () -> engine.barrier(Duration.ofMillis(1)));
        WriteOptions options = SHORT.withTimeout(Duration.ofMillis(1));
        assertThrowsExactly(
                WriteTimeoutException.class, () -> executor.with(options).beginTask("t"));
    }

    @Test
    void shouldRefuseWritesWhenTheLaneIsFull() {
        List<Ticket<Void>> accepted = new ArrayList<>(List.of(first));
        BackPressureException refusal =
                assertThrowsExactly(
                        BackPressureException.class,
                        () -> {
                            for (int i = 0; i <= LANE_CAPACITY; i++) {
                                accepted.add(engine.submit(new SaveTask(task("t" + i))));
                            }
                        });
        assertEquals(ResultCode.BACK_PRESSURE, refusal.code());
        assertEquals(LANE_CAPACITY, refusal.laneCapacity());
        assertEquals(LANE_CAPACITY, accepted.size());
        assertEquals(LANE_CAPACITY, engine.counters().depth());
        assertTrue(engine.counters().backPressured() > 0);
        assertThrowsExactly(
                BackPressureException.class,
                () ->
                        aggregator
                                .with(SHORT.withBackPressure(BackPressure.FAIL))
                                .saveTask(task("x")));
        gate.countDown();
        accepted.forEach(ticket -> ticket.await(Duration.ofSeconds(30)));
        assertEquals(LANE_CAPACITY, aggregator.countTasks(TaskStatus.PENDING));
        assertEquals(Optional.empty(), aggregator.getTask("x"));
    }

    @Test
    void shouldGiveAnInterruptedWaiterItsFlagBack() {
        Thread.currentThread().interrupt();
        WriteInterruptedException interrupted =
                assertThrowsExactly(
                        WriteInterruptedException.class, () -> first.await(Duration.ofSeconds(30)));
        assertTrue(Thread.interrupted(), "the flag is set again");
        assertEquals(ResultCode.INTERRUPTED, interrupted.code());
        assertFalse(interrupted.ticket().isDone());
    }

    @Test
    void shouldReleaseWaitersWhenTheCloseTimesOut() {
        engine.close();
        assertThrowsExactly(EngineClosedException.class, () -> first.await(Duration.ofSeconds(30)));
        assertTrue(first.isDone());
        assertEquals(ResultCode.CLOSED, first.code());
        assertEquals(0, first.position());
        assertThrowsExactly(EngineClosedException.class, () -> aggregator.saveTask(task("t")));
    }

    private void runBehindGate(Runnable job) {
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // the engine wants its thread to end
        }
        job.run();
    }
}
