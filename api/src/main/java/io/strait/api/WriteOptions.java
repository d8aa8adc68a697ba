package io.strait.api;

import io.strait.api.internal.Require;
import java.time.Duration;

/**
 * How a caller waits for its writes.
 *
 * @param timeout the longest time that a call may take: waiting for room in the lane and, for a
 *     synchronous write, waiting for its outcome; positive, at most 2^63-1 ns
 * @param backPressure what to do when the lane is full; to a caller that does not get the lane's
 *     lock for about 10 ms, it is full, too
 */
public record WriteOptions(Duration timeout, BackPressure backPressure) {
    /** Five seconds, waiting for room. */
    public static final WriteOptions DEFAULT =
            new WriteOptions(Duration.ofSeconds(5), BackPressure.WAIT);

    /**
     * Checks the parts.
     *
     * @param timeout the longest time that a call may take: waiting for room in the lane and, for a
     *     synchronous write, waiting for its outcome
     * @param backPressure what to do when the lane is full
     * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
     */
    public WriteOptions {
        Require.positive("timeout", timeout);
        Require.notNull("backPressure", backPressure);
    }

    /**
     * The same options with another time-out.
     *
     * @param value the time-out
     * @return new options
     */
    public WriteOptions withTimeout(Duration value) {
        return new WriteOptions(value, backPressure);
    }

    /**
     * The same options with another choice for a full lane.
     *
     * @param value what to do when the lane is full
     * @return new options
     */
    public WriteOptions withBackPressure(BackPressure value) {
        return new WriteOptions(timeout, value);
    }
}
