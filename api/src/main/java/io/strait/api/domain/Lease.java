package io.strait.api.domain;

import io.strait.api.internal.Require;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a claim holds: up to a moment, or for so long from the moment of the claim, which is
 * counted by the claim's own time.
 *
 * @param ms the last moment, milliseconds since 1970-01-01 UTC, not negative, or {@link
 *     TaskRecord#NO_LEASE}; from the claim on, how many milliseconds, at least 1
 * @param fromClaim whether it is counted from the claim on
 */
public record Lease(long ms, boolean fromClaim) {
    /** None: such a claim never expires. */
    public static final Lease NONE = untilMs(TaskRecord.NO_LEASE);

    /**
     * Checks the number.
     *
     * @param ms the last moment, or how long
     * @param fromClaim whether it is counted from the claim on
     * @throws io.strait.api.error.InvalidArgumentException when the number is out of range
     */
    public Lease {
        if (fromClaim) {
            Require.inRange("lease", ms, 1, Long.MAX_VALUE);
        } else {
            Require.notNegative("leaseUntilMs", ms);
        }
    }

    /**
     * A lease up to a moment.
     *
     * @param untilMs its last moment, milliseconds since 1970-01-01 UTC, not negative; {@link
     *     TaskRecord#NO_LEASE} for none
     * @return the lease
     * @throws io.strait.api.error.InvalidArgumentException when it is negative
     */
    public static Lease untilMs(long untilMs) {
        return new Lease(untilMs, false);
    }

    /**
     * A lease up to a moment.
     *
     * @param until its last moment; what is finer than a millisecond is dropped
     * @return the lease
     * @throws io.strait.api.error.InvalidArgumentException when it is null, before 1970, or
     *     milliseconds cannot count it
     */
    public static Lease until(Instant until) {
        return untilMs(Require.millis("leaseUntil", until));
    }

    /**
     * A lease from the claim on.
     *
     * @param length at least a millisecond; what is finer is dropped
     * @return the lease
     * @throws io.strait.api.error.InvalidArgumentException when it is null, shorter, or too long to
     *     be counted in nanoseconds
     */
    public static Lease of(Duration length) {
        return new Lease(Require.positive("lease", length).toMillis(), true);
    }
}
