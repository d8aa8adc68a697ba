package io.strait.bench.latency;

import io.strait.api.WaitPreset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one JVM measures: one subject, one preset, one number of producers, at several loads.
 *
 * @param subject what
 * @param jvm the JVM's number among those that measure the same, from 1
 * @param preset how it waits
 * @param producers how many threads call it
 * @param ratesPerSecond the offered loads, rising; one more that saturates it follows
 * @param measuredNs for how long calls are due at each point
 * @param warmupNs for how long they are before that
 * @param histogramFolder where histogram logs go
 */
record SweepRequest(
        SubjectKind subject,
        int jvm,
        WaitPreset preset,
        int producers,
        List<Long> ratesPerSecond,
        long measuredNs,
        long warmupNs,
        String histogramFolder) {
    /** Starting and stopping, and the lag of what is still to get visible. */
    private static final long SLACK_PER_POINT_NS = TimeUnit.SECONDS.toNanos(15);

    /** The same for another JVM. */
    SweepRequest inJvm(int number) {
        return new SweepRequest(
                subject,
                number,
                preset,
                producers,
                ratesPerSecond,
                measuredNs,
                warmupNs,
                histogramFolder);
    }

    String presetLabel() {
        return subject.isFloor() ? LatencyPoint.NO_PRESET : preset.name();
    }

    /** How long it takes, unless something is wrong. */
    long expectedNs() {
        long pointCount = ratesPerSecond.size() + 1;
        return pointCount * (measuredNs + warmupNs) + (Sweep.FIRST_WARMUPS + 1) * warmupNs;
    }

    /** How long it can take, unless something hangs. */
    long longestNs() {
        long pointCount = ratesPerSecond.size() + 1;
        return 2 * expectedNs() + (pointCount + 1) * SLACK_PER_POINT_NS;
    }

    @Override
    public String toString() {
        return subject.label() + " " + presetLabel() + ", producers=" + producers + ", JVM " + jvm;
    }
}
