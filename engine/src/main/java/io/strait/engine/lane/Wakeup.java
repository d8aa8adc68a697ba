package io.strait.engine.lane;

/** Wakes whoever consumes a ring, should it sleep. */
@FunctionalInterface
public interface Wakeup {
    /** Called after something was published. Any thread; does not block. */
    void signal();
}
