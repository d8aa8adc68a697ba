package io.strait.engine.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.WaitPreset;
import io.strait.api.domain.Chain;
import io.strait.api.error.EngineFailedException;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.Producer;
import io.strait.api.write.Write;
import io.strait.engine.arena.Arena;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.change.ChangeFeed;
import io.strait.engine.command.CallerWait;
import io.strait.engine.command.Completion;
import io.strait.engine.draft.Drafts;
import io.strait.engine.draft.Handles;
import io.strait.engine.lane.ExclusiveProducer;
import io.strait.engine.lane.Offer;
import io.strait.engine.lane.ProducerEntry;
import io.strait.engine.lane.ProducerLanes;
import io.strait.engine.lane.SharedLane;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.publish.Publication;
import io.strait.engine.state.State;
import java.time.InstantSource;
import java.util.List;
import org.agrona.concurrent.AgentTerminationException;
import org.junit.jupiter.api.Test;

/**
 * The writer by hand, one batch at a time, where an engine around it would be in the way. Seen to
 * fail when a published batch is told of failure, when the commands in the lane are told of
 * nothing, when a batch that was not published is told of success, and when what comes after the
 * last look is taken for a failure.
 */
class WriterAgentTest {
    private static final int MAX_BATCH = 2;
    private static final Chain CHAIN = Chain.of("0xab", 1);

    private final Lifecycle lifecycle = new Lifecycle("test");
    private final SharedLane lane = new SharedLane(4, this::wakeUp);
    private final ProducerLanes producers = new ProducerLanes(4, 1);
    private final State state =
            new State(Limits.DEFAULT, TestKeys.STANDARD, Arena.DEFAULT_QUARANTINE);
    private final Publication publication = new Publication(state);
    private final Handles handles = new Handles(1);
    private final WriterCounters counters = new WriterCounters(0);
    private Error wakeUpFault;

    @Test
    void shouldPublishOncePerBatch() {
        WriterAgent writer = writer(step -> {}, ChangeFeed.NONE);
        Completion<Void> first = offer(1);
        Completion<Void> second = offer(2);
        Completion<Void> third = offer(3);
        assertEquals(MAX_BATCH, writer.doWork());
        assertTrue(first.isDone() && second.isDone());
        assertFalse(third.isDone());
        assertEquals(2, publication.positionAcquire());
        assertEquals(1, writer.doWork());
        assertTrue(third.isDone());
        assertEquals(3, third.position());
        assertEquals(0, writer.doWork());
        assertEquals(2, counters.batchesOpaque());
    }

    @Test
    void shouldCountWhatWasRefused() {
        WriterAgent writer = writer(step -> {}, ChangeFeed.NONE);
        offer(2);
        Completion<Void> refused = offer(1);
        writer.doWork();
        assertEquals(ResultCode.BLOCK_ORDER, refused.code());
        assertEquals(2, refused.position());
        assertEquals(1, counters.refusedOpaque());
    }

    @Test
    void shouldEndWhenTheLaneIsClosedAndNotBefore() {
        WriterAgent writer = writer(step -> {}, ChangeFeed.NONE);
        Completion<Void> last = offer(1);
        lane.close();
        assertEquals(1, writer.doWork());
        assertTrue(last.isDone());
        assertThrows(AgentTerminationException.class, writer::doWork);
        writer.onClose();
        assertTrue(lifecycle.isStoppedAcquire());
        assertTrue(lifecycle.failureAcquire() == null);
    }

    @Test
    void shouldEndEvenWhenTellingOfTheFailureFails() {
        RuntimeException cause = new IllegalStateException("planted");
        WriterAgent writer =
                writer(
                        step -> {
                            wakeUpFault = new OutOfMemoryError("planted");
                            throw cause;
                        },
                        ChangeFeed.NONE);
        Completion<Void> completion = offer(1);
        Completion<Void> next = offer(2);
        assertThrows(AgentTerminationException.class, writer::doWork);
        assertSame(cause, lifecycle.failureAcquire());
        assertThrows(OutOfMemoryError.class, writer::onClose);
        assertTrue(lifecycle.isStoppedAcquire());
        for (Completion<Void> waiting : List.of(completion, next)) {
            EngineFailedException failed =
                    assertThrows(EngineFailedException.class, waiting::await);
            assertSame(cause, failed.getCause());
        }
    }

    @Test
    void shouldTellOfSuccessWhenTheFailureCameAfterTheStoreThatPublishes() {
        Error cause = new OutOfMemoryError("planted");
        WriterAgent writer =
                writer(
                        step -> {},
                        new ChangeFeed() {
                            @Override
                            public void stage(
                                    long position, long timeMs, Write<?> write, Object result) {}

                            @Override
                            public void stage(
                                    long position, long timeMs, Chain chain, long number) {}

                            @Override
                            public void publish() {
                                throw cause;
                            }
                        });
        Completion<Void> first = offer(1);
        Completion<Void> second = offer(2);
        Completion<Void> third = offer(3);
        assertThrows(AgentTerminationException.class, writer::doWork);
        assertEquals(ResultCode.OK, first.code());
        assertEquals(ResultCode.OK, second.code());
        assertEquals(ResultCode.FAILED, third.code());
        assertEquals(2, publication.positionAcquire());
    }

    /** Close gave the writer up while it applied, and has not said so to those who wait yet. */
    @Test
    void shouldTellNobodyOfABatchThatNobodyCanSee() {
        WriterAgent writer =
                writer(
                        step -> {
                            if (step == WriterStep.BEFORE_PUBLISH) {
                                publication.retire();
                            }
                        },
                        ChangeFeed.NONE);
        Completion<Void> first = offer(1);
        assertThrows(AgentTerminationException.class, writer::doWork);
        assertFalse(first.isDone());
        assertEquals(0, publication.positionAcquire());
        writer.onClose();
        assertEquals(ResultCode.CLOSED, first.code());
        assertNull(lifecycle.failureAcquire());
    }

    /** A producer looks whether it is closed before it hands in, and not again after. */
    @Test
    void shouldTellOfACloseAndNoFailureWhatIsHandedInAfterTheLastLook() {
        WriterAgent writer = writer(step -> {}, ChangeFeed.NONE);
        Producer producer = exclusiveProducer();
        lane.close();
        assertThrows(AgentTerminationException.class, writer::doWork);
        long ticket = producer.setLastProcessedBlock(handles.of(CHAIN), 1);
        writer.onClose();
        assertNull(lifecycle.failureAcquire());
        assertEquals(ResultCode.CLOSED.code(), producer.outcome(ticket));
    }

    /** One whose engine does not tell it of the close: it has looked for that before. */
    private Producer exclusiveProducer() {
        return ExclusiveProducer.open(
                new ProducerEntry(
                        producers,
                        new Drafts(handles, Limits.DEFAULT, TestKeys.STANDARD),
                        lifecycle,
                        () -> {},
                        InstantSource.system(),
                        false));
    }

    private WriterAgent writer(WriterProbe probe, ChangeFeed changes) {
        return new WriterAgent(
                lane,
                producers,
                handles,
                state,
                publication,
                changes,
                null,
                lifecycle,
                counters,
                probe,
                MAX_BATCH);
    }

    private Completion<Void> offer(long number) {
        Completion<Void> completion =
                new Completion<>(
                        CallerWait.of(WaitPreset.BALANCED, lifecycle, () -> false), 1_000_000_000);
        assertEquals(Offer.ACCEPTED, lane.offer(handles.of(CHAIN).index(), number, 0, completion));
        return completion;
    }

    private void wakeUp() {
        if (wakeUpFault != null) {
            throw wakeUpFault;
        }
    }
}
