package io.strait.api.error;

/**
 * A claim asked for a lease that was over already, by the claim's own time: seconds were given for
 * milliseconds, say, or the clocks disagree. No task was claimed.
 */
public final class LeaseExpiredException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final long leaseUntilMs;
    private final long nowMs;

    /**
     * Creates the exception.
     *
     * @param leaseUntilMs the last moment of the lease that was asked for, milliseconds since
     *     1970-01-01 UTC
     * @param nowMs the claim's own time, milliseconds since 1970-01-01 UTC
     */
    public LeaseExpiredException(long leaseUntilMs, long nowMs) {
        super(
                ResultCode.LEASE_EXPIRED,
                "leaseUntilMs=" + leaseUntilMs + " lies before the claim's own time " + nowMs);
        this.leaseUntilMs = leaseUntilMs;
        this.nowMs = nowMs;
    }

    /**
     * The lease that was asked for.
     *
     * @return its last moment, milliseconds since 1970-01-01 UTC
     */
    public long leaseUntilMs() {
        return leaseUntilMs;
    }

    /**
     * When it was asked for.
     *
     * @return the claim's own time, by the engine's clock, milliseconds since 1970-01-01 UTC
     */
    public long nowMs() {
        return nowMs;
    }
}
