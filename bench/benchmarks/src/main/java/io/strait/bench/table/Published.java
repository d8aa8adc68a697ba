package io.strait.bench.table;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the Go benchmark's authors published for a row, and what their unchanged code gave on a
 * machine like the one this project is built on. Nanoseconds an operation; null where there is no
 * such figure.
 *
 * @param store their in-memory store
 * @param storeBytes what it allocates, bytes an operation
 * @param storeAllocations how many objects these are
 * @param syncMap the same over {@code sync.Map}
 * @param storeRerun their store, run again
 * @param syncMapRerun {@code sync.Map}, run again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Published(
        Double store,
        Integer storeBytes,
        Integer storeAllocations,
        Double syncMap,
        Double storeRerun,
        Double syncMapRerun) {
    /** A row that their table lacks. */
    static final Published NOTHING = new Published(null, null, null, null, null, null);

    /** A row of which their store alone was measured. */
    static Published ofStore(double store, int bytes, int allocations, double storeRerun) {
        return new Published(store, bytes, allocations, null, storeRerun, null);
    }

    /** A row that was only run again. */
    static Published ofRerun(double storeRerun) {
        return new Published(null, null, null, null, storeRerun, null);
    }

    /** The same with the figures for {@code sync.Map}. */
    Published andSyncMap(double time, double rerun) {
        return new Published(store, storeBytes, storeAllocations, time, storeRerun, rerun);
    }
}
