package io.strait.bench.latency;

/**
 * What one producer did.
 *
 * @param schedule what it should have done
 * @param issuedCount how many calls it made; all of them took effect
 * @param endNs when the last one had
 * @param latencies of all calls; those that were cut off with how long they had been due
 */
record OpenLoopRun(Schedule schedule, long issuedCount, long endNs, LatencyRecorder latencies) {
    /** Calls that were due and never made. */
    long cutOffCount() {
        return schedule.isFlatOut() ? 0 : schedule.callCount() - issuedCount;
    }

    /** When it was done; not before the last call's interval was over. */
    long doneNs() {
        return Math.max(endNs, schedule.endNs());
    }
}
