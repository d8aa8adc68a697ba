package io.strait.bench.table;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the Go benchmark's authors published for a row, and what their unchanged code gave on a
 * machine like the one this project is built on. Nanoseconds an operation; null where there is no
 * such figure.
 *
 * @param store their in-memory store
 * @param syncMap the same over {@code sync.Map}
 * @param storeRerun their store, run again
 * @param syncMapRerun {@code sync.Map}, run again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Published(Double store, Double syncMap, Double storeRerun, Double syncMapRerun) {
    /** A row that their table lacks. */
    static final Published NOTHING = new Published(null, null, null, null);

    /** A row of which both stores were measured. */
    static Published of(double store, double syncMap, double storeRerun, double syncMapRerun) {
        return new Published(store, syncMap, storeRerun, syncMapRerun);
    }

    /** A row of which their store alone was measured. */
    static Published ofStore(double store, double storeRerun) {
        return new Published(store, null, storeRerun, null);
    }

    /** A row that was only run again. */
    static Published ofRerun(double storeRerun) {
        return new Published(null, null, storeRerun, null);
    }
}
