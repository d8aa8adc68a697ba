package io.strait.engine.lifecycle;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for a latch in a call that must come to its end although its caller is interrupted. */
public final class Latches {
    /** The longest wait between two looks at what makes waiting useless. */
    private static final long LOOK_NS = 50_000_000;

    private Latches() {}

    /**
     * Waits for a latch, until it is useless to wait any longer. An interrupt does not shorten the
     * wait; the flag is set again.
     */
    public static boolean awaitUninterruptibly(
            CountDownLatch latch, long timeout, TimeUnit unit, BooleanSupplier isUseless) {
        long startNs = System.nanoTime();
        long timeoutNs = unit.toNanos(timeout);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    long remainingNs = timeoutNs - (System.nanoTime() - startNs);
                    long waitNs = Math.min(remainingNs, LOOK_NS);
                    if (latch.await(waitNs, TimeUnit.NANOSECONDS)) {
                        return true;
                    }
                    if (remainingNs <= LOOK_NS || isUseless.getAsBoolean()) {
                        return latch.getCount() == 0;
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
