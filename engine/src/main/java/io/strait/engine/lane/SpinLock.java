package io.strait.engine.lane;

import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock for a few instructions at a time: one compare-and-set to take it, one release store to
 * give it back, where {@link java.util.concurrent.locks.ReentrantLock} has a full fence at both
 * ends. Not reentrant, not fair. Allocates nothing, however many contend.
 *
 * <p>Whoever holds it gives it back whatever is thrown, and calls nothing for that, because there
 * may be no room on the stack: {@code lock.lockAcquire(); try { ...; lock.unlockRelease(); } catch
 * (Throwable t) { lock.held = false; throw t; }}.
 */
final class SpinLock {
    private static final int SPINS = 200;
    private static final int YIELDS = 100;
    private static final long PARK_NS = 20_000;
    private static final VarHandle HELD = Fields.handle(MethodHandles.lookup(), "held");

    /** Volatile for the one who gives it back in a {@code catch}. */
    volatile boolean held;

    /** Pairs with {@link #unlockRelease}: who takes the lock sees what was done under it before. */
    void lockAcquire() {
        int attempts = 0;
        while ((boolean) HELD.getOpaque(this) || !HELD.compareAndSet(this, false, true)) {
            attempts++;
            if (attempts < SPINS) {
                Thread.onSpinWait();
            } else if (attempts < SPINS + YIELDS) {
                // Whoever holds it was taken off its core, and may need this one.
                Thread.yield();
            } else {
                // A crowd that only yields keeps the holder from its core.
                LockSupport.parkNanos(this, PARK_NS);
            }
        }
    }

    void unlockRelease() {
        HELD.setRelease(this, false);
    }
}
