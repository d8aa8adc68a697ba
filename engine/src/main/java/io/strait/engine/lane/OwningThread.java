package io.strait.engine.lane;

import java.lang.ref.WeakReference;

/** A thread as the holder of a lane: weak, because the lane keeps it after the thread's end. */
final class OwningThread extends WeakReference<Thread> implements LaneHolder {
    /**
     * Set by the thread itself, which hands the lane back, or never got to its producer. Volatile,
     * so that setting it calls nothing: there may be no room on the stack for a call.
     */
    volatile boolean handedBack;

    OwningThread(Thread thread) {
        super(thread);
    }

    /** A thread that is found to have ended has done all that it did before (JLS 17.4.4). */
    @Override
    public boolean hasEnded() {
        Thread thread = get();
        return handedBack || thread == null || !thread.isAlive();
    }
}
