package io.strait.engine.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.WaitPreset;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.EngineClosedException;
import io.strait.api.error.EngineFailedException;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.error.NotFoundException;
import io.strait.api.error.ResultCode;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.state.Outcome;
import io.strait.engine.state.Outcomes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Seen to fail when a second ending wins, when tickets do not look whether the engine has stopped,
 * when one of several waiters is not woken, and when one that is lent again keeps its block.
 */
class CompletionTest {
    private static final long NEVER_NS = TimeUnit.MINUTES.toNanos(1);

    private final Lifecycle lifecycle = new Lifecycle("test");
    private final Completion<String> completion = completion(WaitPreset.BALANCED);

    @Test
    void shouldTellNothingBeforeItIsSettled() {
        completion.record(7, Outcomes.changed("value"));
        assertFalse(completion.isDone());
        assertThrows(IllegalStateException.class, completion::code);
        assertThrows(IllegalStateException.class, completion::position);
    }

    @Test
    void shouldTellTheOutcomeAsOftenAsAsked() {
        completion.record(7, Outcomes.changed("value"));
        completion.settle();
        for (int i = 0; i < 2; i++) {
            assertTrue(completion.isDone());
            assertEquals("value", completion.await());
            assertEquals("value", completion.await(Duration.ofNanos(1)));
            assertEquals(ResultCode.OK, completion.code());
            assertEquals(7, completion.position());
        }
    }

    @Test
    void shouldThrowANewRefusalEachTime() {
        Completion<Void> refused =
                new Completion<>(callerWait(WaitPreset.BALANCED), NEVER_NS, new DeleteTask("t1"));
        refused.record(8, Outcomes.refused(ResultCode.NOT_FOUND, Outcome.NO_DETAIL, null));
        refused.settle();
        NotFoundException first = assertThrows(NotFoundException.class, refused::await);
        NotFoundException second = assertThrows(NotFoundException.class, refused::await);
        assertNotSame(first, second);
        assertEquals("taskId", first.kind());
        assertEquals("t1", first.id());
        assertEquals(ResultCode.NOT_FOUND, refused.code());
        assertEquals(8, refused.position());
    }

    @Test
    void shouldKeepTheFirstEnding() {
        completion.record(9, Outcomes.changed("value"));
        completion.settle();
        completion.abandon();
        assertEquals("value", completion.await());

        Completion<String> other = completion(WaitPreset.BALANCED);
        other.abandon();
        other.record(9, Outcomes.changed("value"));
        other.settle();
        assertThrows(EngineClosedException.class, other::await);
    }

    @Test
    void shouldTellWhyItWasCutOff() {
        completion.abandon();
        Throwable cause = new IllegalStateException("planted");
        lifecycle.failRelease(cause);
        Completion<String> failed = completion(WaitPreset.BALANCED);
        failed.abandon();
        assertTrue(completion.isDone());
        assertEquals(0, completion.position());
        assertEquals(ResultCode.CLOSED, completion.code());
        assertThrows(EngineClosedException.class, completion::await);
        assertEquals(0, failed.position());
        assertEquals(ResultCode.FAILED, failed.code());
        assertSame(cause, assertThrows(EngineFailedException.class, failed::await).getCause());
    }

    @Test
    void shouldBeDoneOnceTheEngineHasStopped() {
        assertFalse(completion.isDone());
        lifecycle.stopRelease();
        assertTrue(completion.isDone());
        assertEquals(ResultCode.CLOSED, completion.code());
        completion.settle();
        assertEquals(ResultCode.CLOSED, completion.code());
    }

    @Test
    void shouldForgetTheLastOutcomeWhenReset() {
        completion.record(1, Outcomes.changed("value"));
        completion.settle();
        completion.reset(NEVER_NS, 5);
        assertFalse(completion.isDone());
        completion.record(2, Outcomes.unchanged());
        completion.settle();
        assertNull(completion.await());
        assertEquals(2, completion.position());
        completion.reset(NEVER_NS, 6);
        completion.abandon();
        assertEquals(ResultCode.CLOSED, completion.code());
    }

    /** One that is lent again has no write: it tells of the block update that it is lent for. */
    @Test
    void shouldTellWhichBlockUpdateWasRefused() {
        completion.reset(NEVER_NS, 5);
        completion.record(3, Outcomes.refused(ResultCode.BLOCK_ORDER, 9, null));
        completion.settle();
        BlockOrderException first = assertThrows(BlockOrderException.class, completion::await);
        assertEquals(5, first.blockNumber());
        assertEquals(9, first.lastProcessedBlock());
        completion.reset(NEVER_NS, 7);
        completion.record(4, Outcomes.refused(ResultCode.BLOCK_ORDER, 11, null));
        completion.settle();
        BlockOrderException second = assertThrows(BlockOrderException.class, completion::await);
        assertEquals(7, second.blockNumber());
        assertEquals(11, second.lastProcessedBlock());
    }

    @Test
    void shouldRefuseAnImpossibleTimeout() {
        assertThrows(InvalidArgumentException.class, () -> completion.await(Duration.ZERO));
        assertThrows(InvalidArgumentException.class, () -> completion.await(null));
    }

    @ParameterizedTest
    @EnumSource
    void shouldReleaseEveryWaiter(WaitPreset preset) throws Exception {
        int waiters = 4;
        ExecutorService threads = Executors.newFixedThreadPool(waiters);
        try {
            for (int trial = 0; trial < 50; trial++) {
                Completion<String> shared = completion(preset);
                List<Future<String>> awaited = new ArrayList<>();
                for (int i = 0; i < waiters; i++) {
                    awaited.add(threads.submit(() -> shared.await()));
                }
                if (trial % 2 == 0) {
                    Thread.sleep(1);
                }
                shared.record(1, Outcomes.changed("value"));
                shared.settle();
                for (Future<String> future : awaited) {
                    assertEquals("value", future.get(1, TimeUnit.SECONDS));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Completion<String> completion(WaitPreset preset) {
        return new Completion<>(callerWait(preset), NEVER_NS);
    }

    private CallerWait callerWait(WaitPreset preset) {
        return CallerWait.of(preset, lifecycle, () -> false);
    }
}
