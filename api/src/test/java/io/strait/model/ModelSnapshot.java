package io.strait.model;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.Snapshot;

/** A snapshot that is a whole copy of the state. */
record ModelSnapshot(long position, AggregatorView aggregator, ExecutorView executor)
        implements Snapshot {

    static ModelSnapshot of(ModelState state) {
        ModelState copy = state.copy();
        return new ModelSnapshot(copy.position(), copy.aggregator(), copy.executor());
    }
}
