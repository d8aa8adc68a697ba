package io.strait.bench.table;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the Go benchmark's authors published for a row, and what their unchanged code gave on a
 * machine like the one this project is built on. Null where there is no such figure.
 *
 * @param store their in-memory store
 * @param syncMap the same over {@code sync.Map}
 * @param storeRerun their store, run again
 * @param syncMapRerun {@code sync.Map}, run again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Published(GoFigure store, GoFigure syncMap, GoFigure storeRerun, GoFigure syncMapRerun) {
    /** A row that their table lacks. */
    static final Published NOTHING = new Published(null, null, null, null);

    /** What there is for the row with an id. */
    static Published ofRow(String id) {
        return GoTable.FIGURES.getOrDefault(id, NOTHING);
    }

    /** A row of which their store alone was measured. */
    static Published ofStore(GoFigure store, GoFigure rerun) {
        return new Published(store, null, rerun, null);
    }

    /** A row that was only run again. */
    static Published ofRerun(double storeRerun) {
        return new Published(null, null, new GoFigure(storeRerun, null, null), null);
    }

    /** The same with the figures for {@code sync.Map}. */
    Published andSyncMap(GoFigure figure, GoFigure rerun) {
        return new Published(store, figure, storeRerun, rerun);
    }
}
