package io.strait.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A place at which the writer thread stands still, whoever interrupts it, until it is let go. */
final class Stall {
    private static final long NEVER_MS = 60_000;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);

    /** Called on the thread that is to stand still. */
    void hold() {
        arrived.countDown();
        boolean interrupted = false;
        while (gone.getCount() > 0) {
            try {
                gone.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    Stall awaitArrived() {
        try {
            if (!arrived.await(NEVER_MS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the writer never came to this step");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("the test was interrupted", e);
        }
        return this;
    }

    void end() {
        gone.countDown();
    }
}
