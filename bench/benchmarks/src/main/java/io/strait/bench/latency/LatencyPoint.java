package io.strait.bench.latency;

import org.HdrHistogram.Histogram;

/**
 * One measured point: a subject under one offered load, in one JVM or, by {@link MedianPoint}, in
 * several. Latencies are from the planned start. The fields from {@code jvms} on are absent from
 * results of when there was one JVM.
 *
 * @param subject what was measured
 * @param preset how it waited; {@value #NO_PRESET} for a floor
 * @param producers how many threads called it
 * @param saturating whether more was offered than it can do, to find out how much that is
 * @param offeredPerSecond calls due a second, of all producers together
 * @param achievedPerSecond calls that took effect a second
 * @param callCount calls that were due; all are in the percentiles
 * @param cutOffCount those of them that were never made, and count with the time that they had been
 *     due
 * @param overflowCount those of them that took longer than can be recorded, and count as that long
 * @param p50Ns the median
 * @param p90Ns the 90th percentile
 * @param p99Ns the 99th percentile
 * @param p999Ns the 99.9th percentile
 * @param p9999Ns the 99.99th percentile
 * @param maxNs the longest
 * @param jvms how many JVMs measured it
 * @param p50MinNs the least median of any of them
 * @param p50MaxNs the greatest median of any of them
 * @param p99MinNs the least 99th percentile of any of them
 * @param p99MaxNs the greatest 99th percentile of any of them
 */
public record LatencyPoint(
        String subject,
        String preset,
        int producers,
        boolean saturating,
        long offeredPerSecond,
        long achievedPerSecond,
        long callCount,
        long cutOffCount,
        long overflowCount,
        long p50Ns,
        long p90Ns,
        long p99Ns,
        long p999Ns,
        long p9999Ns,
        long maxNs,
        Integer jvms,
        Long p50MinNs,
        Long p50MaxNs,
        Long p99MinNs,
        Long p99MaxNs) {
    /** A floor's preset. */
    public static final String NO_PRESET = "-";

    /** One JVM's range is its own figure. */
    public LatencyPoint {
        if (jvms == null) {
            jvms = 1;
            p50MinNs = p50Ns;
            p50MaxNs = p50Ns;
            p99MinNs = p99Ns;
            p99MaxNs = p99Ns;
        }
    }

    /**
     * Whether the subject kept up with what was offered. Where it did not, calls were late by a
     * backlog that grew for as long as one looked: its latencies are held against nothing.
     */
    boolean keepsUp() {
        return !saturating && Load.isMet(offeredPerSecond, achievedPerSecond);
    }

    FloorRatio.Spread p50() {
        return new FloorRatio.Spread(p50Ns, p50MinNs, p50MaxNs);
    }

    FloorRatio.Spread p99() {
        return new FloorRatio.Spread(p99Ns, p99MinNs, p99MaxNs);
    }

    /** A point of one JVM. */
    static LatencyPoint of(SweepRequest sweep, Load load, boolean saturating, LoadRun run) {
        LatencyRecorder latencies = run.latencies();
        Histogram histogram = latencies.histogram();
        return new LatencyPoint(
                sweep.subject().label(),
                sweep.presetLabel(),
                sweep.producers(),
                saturating,
                Math.round(load.perSecond()),
                Math.round(run.achievedPerSecond()),
                histogram.getTotalCount(),
                run.cutOffCount(),
                latencies.overflowCount(),
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(90),
                histogram.getValueAtPercentile(99),
                histogram.getValueAtPercentile(99.9),
                histogram.getValueAtPercentile(99.99),
                histogram.getMaxValue(),
                null,
                null,
                null,
                null,
                null);
    }
}
