package io.strait.engine.snapshot;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.Snapshot;
import io.strait.engine.image.StateImage;
import io.strait.engine.lifecycle.Lifecycle;

/** A captured root. */
public final class PublishedSnapshot implements Snapshot {
    private final Root root;

    private PublishedSnapshot(Root root) {
        this.root = root;
    }

    /**
     * Captures what is published now. Any thread; starts over only when the writer published
     * meanwhile.
     *
     * @param publication where to read
     * @param lifecycle the engine's
     * @return a snapshot
     */
    public static PublishedSnapshot take(Publication publication, Lifecycle lifecycle) {
        return new PublishedSnapshot(LiveRoot.captured(publication, lifecycle));
    }

    @Override
    public long position() {
        return root.positionAcquire();
    }

    @Override
    public AggregatorView aggregator() {
        return new SnapshotAggregatorView(root);
    }

    @Override
    public ExecutorView executor() {
        return new Executor(root);
    }

    private static final class Executor extends ImageExecutorView {
        private final Root root;
        private final CapturedRecords records;

        Executor(Root root) {
            this.root = root;
            this.records = new CapturedRecords(root);
        }

        @Override
        Records records() {
            return records;
        }

        @Override
        StateImage image() {
            return root.image();
        }
    }
}
