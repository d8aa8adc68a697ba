package io.strait.api;

/**
 * What a write does when its lane is full. A caller that does not get the lane's lock for about 10
 * ms is told the same.
 */
public enum BackPressure {
    /** Do not wait for room: fail with {@link io.strait.api.error.BackPressureException}. */
    FAIL,
    /** Wait for room, at most as long as the write's time-out, and then fail in the same way. */
    WAIT
}
