package io.strait.api;

/** What a write does when its lane is full. */
public enum BackPressure {
    /** Fail at once with {@link io.strait.api.error.BackPressureException}. */
    FAIL,
    /** Wait for room, at most as long as the write's time-out, and then fail in the same way. */
    WAIT
}
