package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Snapshot;
import io.strait.api.Ticket;
import io.strait.api.error.EngineFailedException;
import io.strait.api.error.ResultCode;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterStep;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The writer dies at one of its steps while the lane is full, callers wait for outcomes and others
 * for room: each is told, at once, and told the truth. Seen to fail when a failing writer settles
 * what it should cut off or the other way round, leaves the lane open, loses the cause, or goes on,
 * and when it acknowledges before it publishes.
 */
class WriterFailureTest {
    private static final int LANE_CAPACITY = 4;
    private static final int CROWD = 7;
    private static final int PLUG = 100;
    private static final int UNATTENDED = 200;
    private static final int LATE = 300;

    @ParameterizedTest
    @EnumSource
    void shouldReleaseEverybodyWhenTheWriterThrowsAnException(WriterStep step) {
        Trials.run(trial -> failAt(step, trial, new IllegalStateException("planted")));
    }

    @ParameterizedTest
    @EnumSource
    void shouldReleaseEverybodyWhenTheWriterThrowsAnError(WriterStep step) {
        Trials.run(trial -> failAt(step, trial, new OutOfMemoryError("planted")));
    }

    private static void failAt(WriterStep step, int trial, Throwable fault) {
        ScriptedProbe probe = new ScriptedProbe();
        try (Strait engine =
                Strait.open(
                        Trials.config(trial, LANE_CAPACITY).build(), TestKeys.STANDARD, probe)) {
            // The first write holds the writer up while the lane fills behind it: its batch is not
            // the one that fails.
            Stall stall = probe.stall(WriterStep.BEFORE_APPLY);
            CrowdMember plug = CrowdMember.of(engine, PLUG);
            Caller<Void> first = Caller.start(plug.write());
            stall.awaitArrived();
            Ticket<Void> unattended = CrowdMember.submit(engine, UNATTENDED);
            Crowd crowd = Crowd.start(engine, CROWD);
            crowd.awaitBlocked(engine);

            probe.pass(WriterStep.AFTER_ACKNOWLEDGE);
            for (int i = 0; isOncePerWrite(step) && i < trial % 3; i++) {
                probe.pass(step);
            }
            probe.fail(step, fault);
            stall.end();

            first.assertReturned();
            boolean published = step.compareTo(WriterStep.AFTER_PUBLISH) >= 0;
            crowd.assertToldTheTruth(engine, published, fault);
            assertTold(unattended, engine, published);
            assertFailed(engine, fault);
            assertTrue(plug.isVisibleIn(engine.snapshot()));
        }
    }

    private static boolean isOncePerWrite(WriterStep step) {
        return step == WriterStep.BEFORE_APPLY || step == WriterStep.AFTER_APPLY;
    }

    /** Nobody waits for this one: it is told all the same. */
    private static void assertTold(Ticket<Void> ticket, Strait engine, boolean published) {
        Trials.await("ticket done", ticket::isDone);
        assertEquals(published ? ResultCode.OK : ResultCode.FAILED, ticket.code());
        assertEquals(published ? 2 : 0, ticket.position());
        assertEquals(published, CrowdMember.isProcessed(UNATTENDED).test(engine.snapshot()));
    }

    private static void assertFailed(Strait engine, Throwable fault) {
        assertSame(fault, engine.failure().orElseThrow());
        Snapshot last = engine.snapshot();
        for (CrowdMember late :
                List.of(CrowdMember.of(engine, LATE), CrowdMember.of(engine, LATE + 1))) {
            Caller<Void> caller = Caller.start(late.write());
            assertSame(fault, caller.thrown(EngineFailedException.class).getCause());
            assertFalse(late.isVisibleIn(engine.snapshot()));
        }
        assertSame(fault, assertThrows(EngineFailedException.class, engine::barrier).getCause());
        assertEquals(last.position(), engine.snapshot().position());
        assertEquals(last.position(), engine.counters().position());
    }
}
