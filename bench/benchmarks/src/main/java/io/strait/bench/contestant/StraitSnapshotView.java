package io.strait.bench.contestant;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.Snapshot;

/**
 * A snapshot of Strait. Its views are made when they are read: most callers want one of the two.
 */
final class StraitSnapshotView extends StraitView {
    private final Snapshot snapshot;

    StraitSnapshotView(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    AggregatorView aggregator() {
        return snapshot.aggregator();
    }

    @Override
    ExecutorView executor() {
        return snapshot.executor();
    }
}
