package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.BackPressure;
import io.strait.api.Change;
import io.strait.api.Snapshot;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.Ticket;
import io.strait.api.WriteOptions;
import io.strait.api.error.BackPressureException;
import io.strait.api.error.EngineClosedException;
import io.strait.api.error.ResultCode;
import io.strait.api.error.StraitException;
import io.strait.api.error.WriteTimeoutException;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterStep;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The writer stands still at one of its steps: time-outs, back-pressure and close work all the
 * same.
 */
class StalledWriterTest {
    private static final int LANE_CAPACITY = 4;
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final WriteOptions PATIENT = new WriteOptions(Trials.NEVER, BackPressure.WAIT);
    private static final Duration LONG = Duration.ofMillis(400);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);
    private static final int LONG_TRIALS = 6;
    private static final WriterStep[] STEPS = WriterStep.values();

    /** The first steps, up to the one before publication. */
    private static final int UNPUBLISHED_STEPS = WriterStep.BEFORE_PUBLISH.ordinal() + 1;

    @Test
    void shouldTimeOutWithATicketThatTellsTheOutcomeLater() {
        Trials.run(
                trial -> {
                    ScriptedProbe probe = new ScriptedProbe();
                    try (Strait engine = open(trial, CLOSE_TIMEOUT, probe)) {
                        int number = trial % 2 + 2;
                        Stall stall = new Stall();
                        Caller<Void> set =
                                Caller.start(
                                        () -> {
                                            CrowdMember.set(engine, PATIENT, 0);
                                            stall.awaitArrived();
                                            impatient(engine, number);
                                        });
                        Trials.await("patient write", () -> engine.counters().position() == 1);
                        probe.run(WriterStep.BEFORE_APPLY, stall::hold);
                        Ticket<Void> first = CrowdMember.submit(engine, 1);
                        stall.awaitArrived();
                        Caller<Void> barrierCall = Caller.start(() -> engine.barrier(SHORT));
                        Caller<Void> await = Caller.start(() -> first.await(SHORT));
                        assertSame(first, timeOut(await).ticket());
                        Ticket<?> block = timeOut(set).ticket();
                        Ticket<?> barrier = timeOut(barrierCall).ticket();
                        // A ticket's own time-out is that of the options with which its write was
                        // submitted.
                        timeOut(Caller.start(() -> block.await()));
                        assertFalse(block.isDone() || barrier.isDone() || first.isDone());
                        assertThrows(IllegalStateException.class, block::code);
                        assertThrows(IllegalStateException.class, block::position);
                        assertFalse(CrowdMember.isProcessed(number).test(engine.snapshot()));

                        stall.end();
                        Caller.start(() -> block.await(Trials.NEVER)).assertReturned();
                        Caller.start(() -> barrier.await(Trials.NEVER)).assertReturned();
                        Caller.start(() -> first.await()).assertReturned();
                        assertEquals(3, block.position());
                        assertEquals(ResultCode.OK, block.code());
                        assertTrue(CrowdMember.isProcessed(number).test(engine.snapshot()));
                        CrowdMember.submit(engine, number + 1).await();
                    }
                });
    }

    @Test
    void shouldPushBackAtOnceOrAfterTheTimeOut() {
        Trials.run(
                trial -> {
                    ScriptedProbe probe = new ScriptedProbe();
                    try (Strait engine = open(trial, CLOSE_TIMEOUT, probe)) {
                        Stall stall = probe.stall(STEPS[trial % STEPS.length]);
                        Caller<Void> first = Caller.start(() -> submit(engine, 0).await());
                        stall.awaitArrived();
                        List<Ticket<Void>> accepted = fill(engine);
                        WriteOptions failing = new WriteOptions(Trials.NEVER, BackPressure.FAIL);
                        Caller<Void> refused =
                                Caller.start(() -> CrowdMember.set(engine, failing, 99));
                        assertEquals(
                                LANE_CAPACITY,
                                refused.thrown(BackPressureException.class).laneCapacity());
                        long startNs = System.nanoTime();
                        Caller<Void> waiting = Caller.start(() -> impatient(engine, 99));
                        waiting.thrown(BackPressureException.class);
                        assertTrue(System.nanoTime() - startNs >= SHORT.toNanos());

                        stall.end();
                        first.assertReturned();
                        accepted.forEach(
                                ticket -> Caller.start(() -> ticket.await()).assertReturned());
                        assertFalse(CrowdMember.isProcessed(99).test(engine.snapshot()));
                    }
                });
    }

    @Test
    void shouldWaitNoLongerThanTheTimeOutForRoomAndOutcomeTogether() {
        for (int trial = 0; trial < LONG_TRIALS; trial++) {
            ScriptedProbe probe = new ScriptedProbe();
            try (Strait engine = open(trial, CLOSE_TIMEOUT, probe)) {
                Stall full = probe.stall(WriterStep.BEFORE_APPLY);
                submit(engine, 0);
                full.awaitArrived();
                fill(engine);
                // Half of the time goes by until there is room, and then the outcome does not come.
                Stall stall = probe.stall(WriterStep.BEFORE_APPLY);
                WriteOptions options = new WriteOptions(LONG, BackPressure.WAIT);
                int number = 98 + trial % 2;
                Patience patience = new Patience();
                Caller<Void> waiting = Caller.start(() -> CrowdMember.set(engine, options, number));
                sleep(LONG.dividedBy(2));
                full.end();
                Throwable thrown = waiting.thrown();
                long tookNs = patience.spentNs();
                stall.end();
                assertInstanceOf(StraitException.class, thrown);
                assertTrue(tookNs < LONG.toNanos() * 5 / 4, () -> "took " + tookNs + " ns");
            }
        }
    }

    @Test
    void shouldCloseInTimeAndReleaseEverybody() {
        Trials.run(
                trial -> {
                    ScriptedProbe probe = new ScriptedProbe();
                    Strait engine = open(trial, SHORT, probe);
                    Stall stall = probe.stall(STEPS[trial % STEPS.length]);
                    Snapshot before = engine.snapshot();
                    Caller<Void> first = Caller.start(() -> submit(engine, 100).await());
                    stall.awaitArrived();
                    Ticket<Void> unattended = submit(engine, 200);
                    Crowd crowd = Crowd.start(engine, LANE_CAPACITY * 2);
                    crowd.awaitBlocked(engine);

                    List<Caller<Void>> closers =
                            List.of(Caller.start(engine::close), Caller.start(engine::close));
                    closers.forEach(Caller::assertReturned);
                    crowd.callers().forEach(caller -> caller.thrown(EngineClosedException.class));
                    if (STEPS[trial % STEPS.length] != WriterStep.AFTER_ACKNOWLEDGE) {
                        first.thrown(EngineClosedException.class);
                    }
                    Trials.await("ticket done", unattended::isDone);
                    assertEquals(ResultCode.CLOSED, unattended.code());
                    assertEquals(0, unattended.position());
                    assertThrows(EngineClosedException.class, () -> submit(engine, 300));
                    assertThrows(EngineClosedException.class, engine::snapshot);
                    assertEquals(0, before.position());

                    // What the writer does when it wakes up after all changes nothing.
                    stall.end();
                    Caller.start(engine::close).assertReturned();
                    assertEquals(ResultCode.CLOSED, unattended.code());
                });
    }

    @Test
    void shouldNotWaitAgainForAWriterThatWasGivenUp() {
        ScriptedProbe probe = new ScriptedProbe();
        Strait engine = open(0, LONG, probe);
        Stall stall = probe.stall(WriterStep.BEFORE_APPLY);
        submit(engine, 1);
        stall.awaitArrived();
        engine.close();
        long startNs = System.nanoTime();
        engine.close();
        long tookNs = System.nanoTime() - startNs;
        stall.end();
        assertTrue(tookNs < LONG.toNanos() / 2, () -> "took " + tookNs + " ns");
    }

    @Test
    void shouldPublishNothingAfterCloseGaveTheWriterUp() {
        Trials.run(
                trial -> {
                    ScriptedProbe probe = new ScriptedProbe();
                    AtomicReference<Thread> writer = new AtomicReference<>();
                    List<Change> changes = new CopyOnWriteArrayList<>();
                    StraitConfigBuilder config =
                            Trials.config(trial, LANE_CAPACITY)
                                    .closeTimeout(SHORT)
                                    .changeListener(changes::add)
                                    .threadFactory(
                                            task -> {
                                                // The writer's is the last one to be made.
                                                writer.set(new Thread(task));
                                                return writer.get();
                                            });
                    Strait engine = Strait.open(config.build(), TestKeys.STANDARD, probe);
                    Stall stall = probe.stall(STEPS[trial % UNPUBLISHED_STEPS]);
                    List<Ticket<Void>> tickets = List.of(submit(engine, 1), submit(engine, 2));
                    stall.awaitArrived();
                    Caller.start(engine::close).assertReturned();
                    stall.end();
                    Trials.await("writer gone", () -> !writer.get().isAlive());
                    for (Ticket<Void> ticket : tickets) {
                        assertEquals(ResultCode.CLOSED, ticket.code());
                    }
                    assertEquals(0, engine.counters().position());
                    assertEquals(List.of(), changes);
                });
    }

    private static Strait open(int trial, Duration closeTimeout, ScriptedProbe probe) {
        return Strait.open(
                Trials.config(trial, LANE_CAPACITY).closeTimeout(closeTimeout).build(),
                TestKeys.STANDARD,
                probe);
    }

    private static Ticket<Void> submit(Strait engine, int number) {
        return CrowdMember.submit(engine, number);
    }

    /** Fills the lane behind the one command that the writer has in hand. */
    private static List<Ticket<Void>> fill(Strait engine) {
        int room = LANE_CAPACITY - (int) engine.counters().depth();
        return IntStream.rangeClosed(1, room).mapToObj(i -> submit(engine, i)).toList();
    }

    private static void impatient(Strait engine, int number) {
        CrowdMember.set(engine, new WriteOptions(SHORT, BackPressure.WAIT), number);
    }

    private static WriteTimeoutException timeOut(Caller<Void> caller) {
        return caller.thrown(WriteTimeoutException.class);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError("the test was interrupted", e);
        }
    }
}
