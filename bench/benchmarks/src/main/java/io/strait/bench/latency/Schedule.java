package io.strait.bench.latency;

/**
 * When one producer's calls are due. A call's planned start follows from its index alone, whatever
 * happened to the calls before it.
 *
 * @param startNs when the first call is due
 * @param intervalNs the time from one planned start to the next; 0 when all are due at once
 * @param callCount how many calls
 * @param cutOffNs when calls that were not made yet are given up; later than every planned start
 */
record Schedule(long startNs, double intervalNs, long callCount, long cutOffNs) {
    long plannedNs(long index) {
        return startNs + (long) (index * intervalNs);
    }

    /** When the last call's interval is over. */
    long endNs() {
        return isFlatOut() ? cutOffNs : plannedNs(callCount);
    }

    boolean isFlatOut() {
        return intervalNs == 0;
    }
}
