package io.strait.engine.arena;

/** Is told when nobody holds a snapshot of a position any more. */
public interface PinObserver {
    /** A pin is gone. Writer thread only, between batches. */
    default void onReleased(Pin gone) {}

    /** All pins that were found to be gone are gone. */
    default void afterReleases() {}
}
