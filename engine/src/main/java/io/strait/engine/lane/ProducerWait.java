package io.strait.engine.lane;

import io.strait.api.error.ResultCode;
import java.util.concurrent.locks.LockSupport;

/** How a producer waits when it was asked to: spins for a while, then sleeps in short turns. */
final class ProducerWait {
    /** So many pauses are spins; a writer that is just waking up is not worth them. */
    static final int SPINS = 2_000;

    private static final int SPINS_BETWEEN_YIELDS = 64;
    private static final long PARK_NS = 20_000;

    private ProducerWait() {}

    /** Whether so late a pause is a sleep. */
    static boolean isSleep(long pauses) {
        return pauses >= SPINS;
    }

    /** Pauses once. Allocates nothing. */
    static int pause(long pauses, long startNs, long timeoutNs) {
        if (pauses < SPINS && timeoutNs > 0) {
            if ((pauses & SPINS_BETWEEN_YIELDS - 1) == SPINS_BETWEEN_YIELDS - 1) {
                // The writer may have been woken on this core.
                Thread.yield();
            } else {
                Thread.onSpinWait();
            }
            return 0;
        }
        if (Thread.currentThread().isInterrupted()) {
            return ResultCode.INTERRUPTED.code();
        }
        if (System.nanoTime() - startNs >= timeoutNs) {
            return ResultCode.TIMED_OUT.code();
        }
        LockSupport.parkNanos(PARK_NS);
        return 0;
    }
}
