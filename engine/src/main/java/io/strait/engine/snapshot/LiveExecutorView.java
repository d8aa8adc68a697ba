package io.strait.engine.snapshot;

import io.strait.engine.lifecycle.Lifecycle;

/** The executor's reads over the newest published state. */
public class LiveExecutorView extends ImageExecutorView {
    private final LiveImages images;

    /**
     * A view.
     *
     * @param publication where to read
     * @param lifecycle the engine's
     */
    public LiveExecutorView(Publication publication, Lifecycle lifecycle) {
        this(new LiveImages(publication, lifecycle));
    }

    private LiveExecutorView(LiveImages images) {
        super(images);
        this.images = images;
    }

    /** Throws when the engine is closed. */
    protected final void refuseWhenClosed() {
        images.root();
    }
}
