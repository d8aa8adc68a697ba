package io.strait.engine.lane;

import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock for a few instructions at a time: one compare-and-set to take it, one release store to
 * give it back, where {@link java.util.concurrent.locks.ReentrantLock} has a full fence at both
 * ends. Not reentrant, not fair. Allocates nothing, unless its holder is not seen to go on.
 *
 * <p>Whoever holds it gives it back whatever is thrown, and calls nothing for that, because there
 * may be no room on the stack: {@code if (lock.tryLockAcquire()) try { ...; lock.unlockRelease(); }
 * catch (Throwable t) { lock.holder = null; throw t; }}.
 *
 * <p>Not even a {@code catch} is sure to run: a JVM without memory, which has to take a compiled
 * frame apart and cannot make the objects that it had saved itself, removes that frame without
 * running its handlers. So a lock whose holder is not in this package's code any more is taken
 * over.
 */
final class SpinLock {
    private static final int SPINS = 200;
    private static final int YIELDS = 100;
    private static final long PARK_NS = 20_000;
    private static final long PATIENCE_NS = 10_000_000;
    private static final String GUARDED = SpinLock.class.getPackageName();
    private static final VarHandle HOLDER = Fields.handle(MethodHandles.lookup(), "holder");

    /** Volatile for the one who gives it back in a {@code catch}. */
    volatile Thread holder;

    /**
     * Who looks whether the holder has left. Meanwhile nobody else takes the lock: see {@link
     * #takeOver}. One who ended as it looked is followed by the next.
     */
    private volatile Thread suspicious;

    /**
     * Takes the lock; gives up after about 10 ms, so that its caller can look at its time-out.
     * Pairs with {@link #unlockRelease}: who takes the lock sees what was done under it before.
     */
    boolean tryLockAcquire() {
        Thread me = Thread.currentThread();
        int attempts = 0;
        long startNs = 0;
        while (HOLDER.getOpaque(this) != null || !take(me)) {
            attempts++;
            if (attempts < SPINS) {
                Thread.onSpinWait();
            } else if (attempts < SPINS + YIELDS) {
                // Whoever holds it was taken off its core, and may need this one.
                Thread.yield();
            } else if (startNs == 0) {
                startNs = System.nanoTime();
            } else if (System.nanoTime() - startNs > PATIENCE_NS) {
                return takeOver(me);
            } else {
                // A crowd that only yields keeps the holder from its core.
                LockSupport.parkNanos(this, PARK_NS);
            }
        }
        return true;
    }

    private boolean take(Thread me) {
        if (!HOLDER.compareAndSet(this, null, me)) {
            return false;
        }
        // Volatile, after the compare-and-set: pairs with the store in takeOver. Either this sees
        // that store, or whoever made it sees this thread's stack with the lock held.
        if (suspicious == null) {
            return true;
        }
        // Fails if it was taken over, which is as well.
        HOLDER.compareAndSet(this, me, null);
        return false;
    }

    void unlockRelease() {
        HOLDER.setRelease(this, null);
    }

    /**
     * Takes the lock from a holder that has left it without giving it back. One thread at a time,
     * under the monitor, which the JVM itself gives back. Looks at the holder's stack only once all
     * others are kept from taking the lock: else the holder might give it back, leave, be seen
     * outside, and take it again before it is taken from it.
     */
    synchronized boolean takeOver(Thread me) {
        suspicious = me;
        try {
            Thread last = holder;
            return last == me
                    || (last == null || !isInGuarded(last)) && HOLDER.compareAndSet(this, last, me);
        } catch (OutOfMemoryError e) {
            // Then nobody knows, and whoever comes next looks again.
            return false;
        } finally {
            suspicious = null;
        }
    }

    /** A thread that has ended has no stack. */
    private static boolean isInGuarded(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().startsWith(GUARDED)) {
                return true;
            }
        }
        return false;
    }
}
