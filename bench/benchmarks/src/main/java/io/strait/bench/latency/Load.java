package io.strait.bench.latency;

import java.util.concurrent.TimeUnit;

/**
 * What the producers together offer.
 *
 * @param perSecond calls a second; infinite when each is made as soon as the one before it
 * @param durationNs for how long
 */
record Load(double perSecond, long durationNs) {
    private static final double NS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final double MET = 0.95;

    static Load flatOut(long durationNs) {
        return new Load(Double.POSITIVE_INFINITY, durationNs);
    }

    /** Whether a subject keeps up with what is offered, but for a stall at the end. */
    static boolean isMet(double offeredPerSecond, double achievedPerSecond) {
        return achievedPerSecond >= MET * offeredPerSecond;
    }

    /**
     * One producer's share. The producers take turns, so that together they are as regular as one.
     *
     * @param startNs when the load starts
     * @param producer which one, from 0
     * @param producers how many there are
     */
    Schedule schedule(long startNs, int producer, int producers) {
        if (Double.isInfinite(perSecond)) {
            return new Schedule(startNs, 0, Long.MAX_VALUE, startNs + durationNs);
        }
        double intervalNs = producers * NS_PER_SECOND / perSecond;
        long firstNs = startNs + (long) (intervalNs * producer / producers);
        long callCount = Math.max(1, Math.round(durationNs / intervalNs));
        // The one call of a load that has less than one in its time can be due after it.
        long lastNs = firstNs + (long) (intervalNs * (callCount - 1));
        return new Schedule(
                firstNs,
                intervalNs,
                callCount,
                Math.max(startNs + longestNs(), lastNs + durationNs / 2));
    }

    /**
     * How long it may take until the last call is made: time to work off the backlog of a stall,
     * and a bound for a load that the subject cannot keep up with.
     */
    long longestNs() {
        return Math.addExact(durationNs, durationNs / 2);
    }
}
