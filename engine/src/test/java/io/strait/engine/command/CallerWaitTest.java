package io.strait.engine.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.WaitPreset;
import io.strait.api.error.EngineClosedException;
import io.strait.api.error.WriteInterruptedException;
import io.strait.api.error.WriteTimeoutException;
import io.strait.api.error.WrongThreadException;
import io.strait.engine.lifecycle.Lifecycle;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every way in which a wait can end, for each of the presets. Seen to fail when waits do not look
 * whether the engine has stopped or the caller is interrupted, and when they clear the flag.
 */
class CallerWaitTest {
    private static final Duration NEVER = Duration.ofMinutes(1);

    private final Lifecycle lifecycle = new Lifecycle("test");

    @ParameterizedTest
    @EnumSource
    void shouldEndWhenTheTimeIsUp(WaitPreset preset) {
        Completion<Void> completion = completion(preset);
        long startNs = System.nanoTime();
        WriteTimeoutException late =
                assertThrows(
                        WriteTimeoutException.class, () -> completion.await(Duration.ofMillis(20)));
        assertTrue(System.nanoTime() - startNs >= TimeUnit.MILLISECONDS.toNanos(20));
        assertSame(completion, late.ticket());
        assertFalse(completion.isDone());
        assertThrows(WriteTimeoutException.class, () -> completion.awaitNs(5, 5));
    }

    @ParameterizedTest
    @EnumSource
    void shouldEndWhenInterruptedAndKeepTheFlag(WaitPreset preset) {
        Completion<Void> completion = completion(preset);
        Thread.currentThread().interrupt();
        WriteInterruptedException interrupted =
                assertThrows(WriteInterruptedException.class, () -> completion.await(NEVER));
        assertTrue(Thread.interrupted());
        assertSame(completion, interrupted.ticket());
        assertFalse(completion.isDone());
    }

    @ParameterizedTest
    @EnumSource
    void shouldReturnASettledOutcomeToAnInterruptedCaller(WaitPreset preset) {
        Completion<Void> completion = completion(preset);
        completion.settle();
        Thread.currentThread().interrupt();
        completion.await();
        assertTrue(Thread.interrupted());
    }

    @ParameterizedTest
    @EnumSource
    void shouldEndWhenTheEngineHasStopped(WaitPreset preset) {
        Completion<Void> completion = completion(preset);
        lifecycle.stopRelease();
        assertThrows(EngineClosedException.class, () -> completion.await(NEVER));
        assertTrue(completion.isDone());
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseToWaitOnTheWriterThreadUnlessTheOutcomeIsThere(WaitPreset preset) {
        Completion<Void> completion = completion(preset);
        lifecycle.enterWriterThread();
        WrongThreadException refused =
                assertThrows(WrongThreadException.class, () -> completion.await(NEVER));
        assertEquals(
                "await is not allowed on thread=" + Thread.currentThread().getName(),
                refused.getMessage());
        completion.settle();
        completion.await();
    }

    private Completion<Void> completion(WaitPreset preset) {
        return new Completion<>(CallerWait.of(preset, lifecycle, () -> false), NEVER.toNanos());
    }
}
