package io.strait.engine.lane;

/** Wakes whoever consumes a ring, should it sleep. */
@FunctionalInterface
public interface Wakeup {
    /** Called after something was published. Any thread; does not block. */
    void signal();

    /**
     * Whether the consumer was woken and does not run yet: a hint, for those who are going to wait
     * for it.
     */
    default boolean isWakingOpaque() {
        return false;
    }
}
