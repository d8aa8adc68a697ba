package io.strait.engine.lifecycle;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a latch in a call that must come to its end although its caller is interrupted. */
public final class Latches {
    /** The longest wait between two looks at what makes waiting useless. */
    private static final long LOOK_NS = 50_000_000;

    /** The latch's own wait allocates, and there may be no memory. */
    private static final long PARK_NS = 200_000;

    private Latches() {}

    /**
     * Waits for a latch, until it is useless to wait any longer. An interrupt does not shorten the
     * wait; the flag is set again.
     */
    public static boolean awaitUninterruptibly(
            CountDownLatch latch, long timeout, TimeUnit unit, BooleanSupplier isUseless) {
        long startNs = System.nanoTime();
        long timeoutNs = unit.toNanos(timeout);
        // At once, so that a short wait rehearses it.
        long nextLookNs = 0;
        boolean interrupted = false;
        try {
            while (true) {
                if (latch.getCount() == 0) {
                    return true;
                }
                long spentNs = System.nanoTime() - startNs;
                if (spentNs >= timeoutNs) {
                    return false;
                }
                if (spentNs >= nextLookNs) {
                    if (isUseless.getAsBoolean()) {
                        return latch.getCount() == 0;
                    }
                    nextLookNs = spentNs + LOOK_NS;
                }
                LockSupport.parkNanos(latch, Math.min(PARK_NS, timeoutNs - spentNs));
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
