package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Ticket;
import io.strait.api.error.EngineFailedException;
import io.strait.api.error.ResultCode;
import io.strait.api.error.WrongThreadException;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterStep;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Code that runs on the writer thread may submit and read; a call that would wait for the writer is
 * an error, and no deadlock. Seen to fail when the writer thread is not told apart, when a
 * synchronous write is accepted before it is refused, and when waiting for room is not refused.
 */
class WriterCallbackTest {
    private static final int LANE_CAPACITY = 4;
    private static final WriterStep[] STEPS = WriterStep.values();

    @Test
    void shouldRefuseToWaitForTheWriterOnItsOwnThread() {
        Trials.run(
                trial -> {
                    ScriptedProbe probe = new ScriptedProbe();
                    try (Strait engine = open(trial, probe)) {
                        WriterStep step = STEPS[trial % STEPS.length];
                        probe.run(step, () -> waitInEveryWay(engine));
                        Caller.start(() -> CrowdMember.submit(engine, 100).await())
                                .assertReturned();
                        Caller.start(engine::barrier).assertReturned();
                        assertTrue(engine.failure().isEmpty(), () -> "" + engine.failure());
                        // Nothing that was refused was done.
                        assertEquals(1, engine.counters().position());
                        assertTrue(CrowdMember.isProcessed(100).test(engine.snapshot()));
                        assertFalse(CrowdMember.isProcessed(1).test(engine.snapshot()));
                    }
                });
    }

    @Test
    void shouldAcceptSubmissionsOnTheWriterThreadWhileThereIsRoom() {
        Trials.run(
                trial -> {
                    ScriptedProbe probe = new ScriptedProbe();
                    try (Strait engine = open(trial, probe)) {
                        AtomicReference<Ticket<Void>> submitted = new AtomicReference<>();
                        AtomicReference<Throwable> whenFull = new AtomicReference<>();
                        probe.run(
                                WriterStep.AFTER_APPLY,
                                () -> {
                                    submitted.set(CrowdMember.submit(engine, 1));
                                    whenFull.set(fillAndWaitForRoom(engine));
                                });
                        Caller.start(() -> CrowdMember.submit(engine, 100).await())
                                .assertReturned();
                        Caller.start(engine::barrier).assertReturned();
                        assertEquals(ResultCode.OK, submitted.get().code());
                        submitted.get().await();
                        assertTrue(CrowdMember.isProcessed(1).test(engine.snapshot()));
                        assertEquals(WrongThreadException.class, whenFull.get().getClass());
                    }
                });
    }

    @Test
    void shouldEndTheEngineWhenACallbackDoesNotCatchTheRefusal() {
        Trials.run(
                trial -> {
                    ScriptedProbe probe = new ScriptedProbe();
                    try (Strait engine = open(trial, probe)) {
                        Executable forbidden = forbidden(engine).get(trial % 7);
                        AtomicReference<Throwable> refusal = new AtomicReference<>();
                        probe.run(
                                WriterStep.BEFORE_APPLY,
                                () -> {
                                    refusal.set(assertThrows(Throwable.class, forbidden));
                                    throw (WrongThreadException) refusal.get();
                                });
                        Caller<Void> caller =
                                Caller.start(() -> CrowdMember.submit(engine, 1).await());
                        Throwable cause = caller.thrown(EngineFailedException.class).getCause();
                        assertSame(refusal.get(), cause);
                        assertSame(refusal.get(), engine.failure().orElseThrow());
                    }
                });
    }

    private static Strait open(int trial, ScriptedProbe probe) {
        return Strait.open(Trials.config(trial, LANE_CAPACITY).build(), TestKeys.STANDARD, probe);
    }

    private static void waitInEveryWay(Strait engine) {
        for (Executable call : forbidden(engine)) {
            WrongThreadException refused = assertThrows(WrongThreadException.class, call);
            assertEquals(ResultCode.WRONG_THREAD, refused.code());
        }
        engine.snapshot();
        engine.aggregator().getLastProcessedBlock(CrowdMember.chain(1));
    }

    private static List<Executable> forbidden(Strait engine) {
        return List.of(
                CrowdMember.of(engine, 0).write()::run,
                CrowdMember.of(engine, 1).write()::run,
                CrowdMember.of(engine, 4).write()::run,
                engine::barrier,
                engine::close,
                () -> engine.executor().deletePerformer("none"),
                () -> engine.aggregator().claimNextTask(CrowdMember.chain(0).avs(), 0));
    }

    private static Throwable fillAndWaitForRoom(Strait engine) {
        return assertThrows(
                Throwable.class,
                () -> {
                    for (int number = 2; number < LANE_CAPACITY + 3; number++) {
                        CrowdMember.submit(engine, number);
                    }
                });
    }
}
