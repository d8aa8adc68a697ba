package io.strait.bench.idle;

import org.HdrHistogram.Histogram;

/**
 * How long a write took that came after a pause, from its call until it could be read.
 *
 * @param way how the write was made
 * @param pauseMs for how long nothing was written before, milliseconds
 * @param count how many there were
 * @param p50Ns the median, nanoseconds
 * @param p99Ns the 99th percentile, nanoseconds
 * @param maxNs the longest, nanoseconds
 */
public record WakeUp(String way, int pauseMs, long count, long p50Ns, long p99Ns, long maxNs) {
    static WakeUp of(String way, int pauseMs, Histogram times) {
        return new WakeUp(
                way,
                pauseMs,
                times.getTotalCount(),
                times.getValueAtPercentile(50),
                times.getValueAtPercentile(99),
                times.getMaxValue());
    }
}
