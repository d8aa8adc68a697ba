package io.strait.engine.arena;

/** Keeps something for pins, until nobody holds the snapshots of their positions any more. */
public interface PinObserver {
    /** A pin is gone: what was kept for it is looked at again from now on. Writer thread only. */
    default void onUnreachable(Pin unreachable) {}

    /**
     * Looks again at one thing that was kept for a pin that is gone; returns false when there is
     * none. Writer thread only, between batches.
     */
    boolean releaseOne(Pin unreachable);
}
