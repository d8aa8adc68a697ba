package io.strait.bench.latency;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Latencies, to three significant digits. One that is longer than {@link #MAX_NS} counts as that
 * long, and is counted: it is never left out. Used by one thread; allocates nothing.
 */
final class LatencyRecorder {
    static final long MAX_NS = TimeUnit.MINUTES.toNanos(1);

    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram histogram = new Histogram(1, MAX_NS, SIGNIFICANT_DIGITS);
    private long overflowCount;

    void record(long latencyNs) {
        if (latencyNs > MAX_NS) {
            overflowCount++;
            histogram.recordValue(MAX_NS);
        } else {
            histogram.recordValue(latencyNs);
        }
    }

    void add(LatencyRecorder other) {
        histogram.add(other.histogram);
        overflowCount += other.overflowCount;
    }

    Histogram histogram() {
        return histogram;
    }

    long overflowCount() {
        return overflowCount;
    }
}
