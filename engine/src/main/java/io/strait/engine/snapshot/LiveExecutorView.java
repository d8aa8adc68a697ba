package io.strait.engine.snapshot;

import io.strait.engine.image.StateImage;
import io.strait.engine.lifecycle.Lifecycle;

/** The executor's reads over the newest published state. */
public class LiveExecutorView extends ImageExecutorView {
    private final Publication publication;
    private final Lifecycle lifecycle;
    private final LiveRecords records;

    /**
     * A view.
     *
     * @param publication where to read
     * @param lifecycle the engine's
     */
    public LiveExecutorView(Publication publication, Lifecycle lifecycle) {
        this.publication = publication;
        this.lifecycle = lifecycle;
        this.records = new LiveRecords(publication, lifecycle);
    }

    /** Throws when the engine is closed. */
    protected final void refuseWhenClosed() {
        LiveRoot.of(publication, lifecycle);
    }

    @Override
    final Records records() {
        return records;
    }

    @Override
    final StateImage image() {
        return LiveRoot.of(publication, lifecycle).image();
    }
}
