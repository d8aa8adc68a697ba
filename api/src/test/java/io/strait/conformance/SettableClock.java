package io.strait.conformance;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set, to any moment, also an earlier one. */
public final class SettableClock implements InstantSource {
    private volatile long nowMs;

    /**
     * Makes a clock.
     *
     * @param nowMs what it shows, milliseconds since 1970-01-01 UTC
     */
    public SettableClock(long nowMs) {
        this.nowMs = nowMs;
    }

    /**
     * Sets the clock.
     *
     * @param value what it shows from now on, milliseconds since 1970-01-01 UTC
     */
    public void setMs(long value) {
        nowMs = value;
    }

    @Override
    public long millis() {
        return nowMs;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(nowMs);
    }
}
