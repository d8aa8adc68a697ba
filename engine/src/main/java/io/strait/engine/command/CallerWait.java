package io.strait.engine.command;

import io.strait.api.WaitPreset;
import io.strait.api.error.NotAcceptedException;
import io.strait.api.error.WriteInterruptedException;
import io.strait.api.error.WriteTimeoutException;
import io.strait.engine.lifecycle.Lifecycle;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How callers wait for outcomes: spin for a while, then, unless the preset says to spin on, sleep
 * until woken. Every wait ends: with the outcome, when the time is up, on an interrupt, or when the
 * engine has stopped.
 */
public final class CallerWait {
    /**
     * The longest sleep between two looks at the engine: what bounds a wait if the writer dies
     * without a word.
     */
    private static final long MAX_PARK_NS = 10_000_000;

    /** Measured as some 20 to 40 microseconds: past the round trip of a busy writer. */
    private static final int BALANCED_SPINS = 1_000;

    private static final int SPINS_BETWEEN_LOOKS = 1_000;

    /**
     * The writer may need the very core that its caller spins on, or its carrier of virtual
     * threads, and would get it only when the caller has spun for long enough.
     */
    private static final int SPINS_BETWEEN_YIELDS = 64;

    private final Lifecycle lifecycle;
    private final int firstSpins;
    private final boolean parks;
    private final BooleanSupplier writerIsWaking;

    private CallerWait(
            Lifecycle lifecycle, int firstSpins, boolean parks, BooleanSupplier writerIsWaking) {
        this.lifecycle = lifecycle;
        this.firstSpins = firstSpins;
        this.parks = parks;
        this.writerIsWaking = writerIsWaking;
    }

    /** The way of a preset. */
    public static CallerWait of(
            WaitPreset preset, Lifecycle lifecycle, BooleanSupplier writerIsWaking) {
        return switch (preset) {
            case LOWEST_LATENCY ->
                    new CallerWait(lifecycle, SPINS_BETWEEN_LOOKS, false, writerIsWaking);
            case BALANCED -> new CallerWait(lifecycle, BALANCED_SPINS, true, writerIsWaking);
            case LOWEST_CPU -> new CallerWait(lifecycle, 0, true, writerIsWaking);
        };
    }

    /**
     * Waits until a completion is settled or abandoned.
     *
     * @throws WriteTimeoutException when the time is up
     * @throws WriteInterruptedException when interrupted; the flag stays set
     */
    void await(Completion<?> completion, long timeoutNs, long spentNs) {
        if (completion.isSettled()) {
            return;
        }
        lifecycle.refuseOnWriterThread("await");
        // The clock is not read while the outcome is likely to come within the first spins.
        boolean settled = parks ? spinOrSleep(completion) : spinAndYield(completion);
        if (!settled) {
            awaitLong(completion, timeoutNs, spentNs);
        }
    }

    /** Whether the engine has stopped, so that outcomes that are not there yet will not come. */
    boolean isOver() {
        return lifecycle.isOver();
    }

    /** Whether the engine has failed, which is then why no outcome will come. */
    boolean hasFailed() {
        return failure() != null;
    }

    /** What the engine died of, or null. */
    Throwable failure() {
        return lifecycle.failureAcquire();
    }

    /** What a caller is told whose write the engine's failure, or else its close, has cut off. */
    NotAcceptedException ending(boolean failed) {
        return failed ? lifecycle.ending() : lifecycle.closed();
    }

    private void awaitLong(Completion<?> completion, long timeoutNs, long spentNs) {
        long startNs = System.nanoTime() - spentNs;
        while (!completion.isSettled()) {
            if (lifecycle.isOver()) {
                completion.abandon();
                return;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new WriteInterruptedException(completion);
            }
            long remainingNs = timeoutNs - (System.nanoTime() - startNs);
            if (remainingNs <= 0) {
                throw new WriteTimeoutException(Duration.ofNanos(timeoutNs), completion);
            }
            if (parks || Lifecycle.isVirtual(Thread.currentThread())) {
                completion.park(Math.min(remainingNs, MAX_PARK_NS));
            } else {
                spinAndYield(completion);
            }
        }
    }

    /**
     * A writer that sleeps takes longer to wake up than it is worth to spin; and who sleeps, too,
     * leaves it a core that is awake.
     */
    private boolean spinOrSleep(Completion<?> completion) {
        return !writerIsWaking.getAsBoolean() && spinAndYield(completion);
    }

    private boolean spinAndYield(Completion<?> completion) {
        for (int i = 0; i < firstSpins; i += SPINS_BETWEEN_YIELDS) {
            if (spin(completion, SPINS_BETWEEN_YIELDS)) {
                return true;
            }
            Thread.yield();
        }
        return false;
    }

    private static boolean spin(Completion<?> completion, int spins) {
        for (int i = 0; i < spins; i++) {
            if (completion.isSettled()) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }
}
