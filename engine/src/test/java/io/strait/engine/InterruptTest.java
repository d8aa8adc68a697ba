package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.BackPressure;
import io.strait.api.Ticket;
import io.strait.api.WriteOptions;
import io.strait.api.error.BackPressureException;
import io.strait.api.error.EngineFailedException;
import io.strait.api.error.WriteInterruptedException;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterProbe;
import io.strait.engine.writer.WriterStep;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Interrupts: a caller gets its flag back and can still learn the outcome; an interrupted writer
 * ends the engine. Seen to fail when either wait does not look at the flag, or clears it, when
 * close loses it, and when an interrupted writer thread goes without a word.
 */
class InterruptTest {
    private static final int LANE_CAPACITY = 4;
    private static final WriteOptions PATIENT = new WriteOptions(Trials.NEVER, BackPressure.WAIT);

    @Test
    void shouldGiveAnInterruptedCallerItsFlagBackAndATicket() {
        Trials.run(
                trial -> {
                    ScriptedProbe probe = new ScriptedProbe();
                    try (Strait engine = open(trial, probe)) {
                        Stall stall = probe.stall(WriterStep.BEFORE_APPLY);
                        Ticket<Void> first = CrowdMember.submit(engine, 1);
                        stall.awaitArrived();
                        List<Caller<Void>> callers =
                                List.of(
                                        Caller.start(() -> set(engine, 2)),
                                        Caller.start(() -> set(engine, 3)),
                                        Caller.start(() -> first.await()),
                                        Caller.start(() -> engine.barrier()));
                        Trials.await("all accepted", () -> engine.counters().depth() == 4);
                        callers.forEach(Caller::interrupt);
                        List<? extends Ticket<?>> tickets =
                                callers.stream().map(InterruptTest::ticketOfInterrupted).toList();
                        assertTrue(tickets.stream().noneMatch(Ticket::isDone));

                        stall.end();
                        for (Ticket<?> ticket : tickets) {
                            Caller.start(() -> ticket.await()).assertReturned();
                        }
                        assertTrue(CrowdMember.isProcessed(2).test(engine.snapshot()));
                        assertTrue(CrowdMember.isProcessed(3).test(engine.snapshot()));
                    }
                });
    }

    @Test
    void shouldPushBackACallerThatIsInterruptedWhileItWaitsForRoom() {
        Trials.run(
                trial -> {
                    ScriptedProbe probe = new ScriptedProbe();
                    try (Strait engine = open(trial, probe)) {
                        Stall stall = probe.stall(WriterStep.BEFORE_APPLY);
                        for (int number = 0; number < LANE_CAPACITY; number++) {
                            CrowdMember.submit(engine, number);
                        }
                        stall.awaitArrived();
                        List<Caller<Void>> callers =
                                List.of(
                                        Caller.start(() -> set(engine, 12)),
                                        Caller.start(() -> set(engine, 13)),
                                        Caller.start(() -> engine.barrier()));
                        Trials.await("waiting", () -> engine.counters().backPressured() > 2);
                        callers.forEach(Caller::interrupt);
                        for (Caller<Void> caller : callers) {
                            caller.thrown(BackPressureException.class);
                            caller.assertFlag(true);
                        }
                        stall.end();
                        engine.barrier();
                        assertFalse(CrowdMember.isProcessed(12).test(engine.snapshot()));
                        assertFalse(CrowdMember.isProcessed(13).test(engine.snapshot()));
                    }
                });
    }

    @Test
    void shouldCloseAlthoughTheCloserIsInterrupted() {
        Trials.run(
                trial -> {
                    ScriptedProbe probe = new ScriptedProbe();
                    Strait engine = open(trial, probe);
                    Stall stall = probe.stall(WriterStep.AFTER_PUBLISH);
                    Ticket<Void> first = CrowdMember.submit(engine, 1);
                    stall.awaitArrived();
                    Caller<Void> closer = Caller.start(engine::close);
                    closer.interrupt();
                    Thread.yield();
                    assertTrue(closer.isRunning());
                    stall.end();
                    closer.assertReturned();
                    closer.assertFlag(true);
                    assertTrue(first.isDone());
                });
    }

    @Test
    void shouldEndTheEngineWhenTheWriterIsInterrupted() {
        Trials.run(
                trial -> {
                    AtomicReference<Thread> writer = new AtomicReference<>();
                    ScriptedProbe probe = new ScriptedProbe();
                    try (Strait engine = openOn(writer, trial, probe)) {
                        Stall stall = probe.stall(WriterStep.BEFORE_APPLY);
                        Caller<Void> first = Caller.start(() -> set(engine, 100));
                        stall.awaitArrived();
                        Crowd crowd = Crowd.start(engine, trial % 2 * LANE_CAPACITY * 2);
                        writer.get().interrupt();
                        stall.end();
                        // It dies when it runs out of work: of those who came before, each is told
                        // the truth.
                        Trials.await("failure", () -> engine.failure().isPresent());
                        assertEquals(
                                IllegalStateException.class, engine.failure().get().getClass());
                        Caller.start(() -> set(engine, 1)).thrown(EngineFailedException.class);
                        first.assertReturned();
                        crowd.callers().forEach(Caller::released);
                        crowd.assertVisibleIffTold(engine.snapshot());
                    }
                });
    }

    @Test
    void shouldEndTheEngineWhenAnIdleWriterIsInterrupted() {
        Trials.run(
                trial -> {
                    AtomicReference<Thread> writer = new AtomicReference<>();
                    try (Strait engine = openOn(writer, trial, WriterProbe.NONE)) {
                        CrowdMember.submit(engine, 1).await();
                        writer.get().interrupt();
                        Trials.await("failure", () -> engine.failure().isPresent());
                        Caller.start(() -> set(engine, 2)).thrown(EngineFailedException.class);
                        assertTrue(CrowdMember.isProcessed(1).test(engine.snapshot()));
                    }
                });
    }

    private static Strait open(int trial, WriterProbe probe) {
        return Strait.open(Trials.config(trial, LANE_CAPACITY).build(), TestKeys.STANDARD, probe);
    }

    private static Strait openOn(AtomicReference<Thread> writer, int trial, WriterProbe probe) {
        return Strait.open(
                Trials.config(trial, LANE_CAPACITY)
                        .threadFactory(
                                task -> {
                                    Thread thread = new Thread(task);
                                    thread.setDaemon(true);
                                    writer.set(thread);
                                    return thread;
                                })
                        .build(),
                TestKeys.STANDARD,
                probe);
    }

    private static void set(Strait engine, int number) {
        CrowdMember.set(engine, PATIENT, number);
    }

    private static Ticket<?> ticketOfInterrupted(Caller<Void> caller) {
        Ticket<?> ticket = caller.thrown(WriteInterruptedException.class).ticket();
        caller.assertFlag(true);
        return ticket;
    }
}
