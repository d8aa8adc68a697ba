package io.strait.engine.read;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.Snapshot;

/** A pinned position. */
public final class PublishedSnapshot implements Snapshot {
    private final PinnedView view;

    private PublishedSnapshot(PinnedView view) {
        this.view = view;
    }

    /** Pins what is published now. Any thread; tries again only when the writer published. */
    public static PublishedSnapshot take(LiveView live) {
        return new PublishedSnapshot(live.pinned());
    }

    @Override
    public long position() {
        return view.position();
    }

    @Override
    public AggregatorView aggregator() {
        return new StateAggregatorView(view);
    }

    @Override
    public ExecutorView executor() {
        return new StateExecutorView(view);
    }
}
