package io.strait.engine.snapshot;

import io.strait.api.domain.Chain;
import io.strait.api.internal.Require;
import io.strait.engine.image.ChainImage;
import io.strait.engine.lifecycle.Lifecycle;

/** The aggregator's reads over the newest published state. */
public class LiveAggregatorView extends ImageAggregatorView {
    private final LiveImages images;

    /**
     * A view.
     *
     * @param publication where to read
     * @param lifecycle the engine's
     */
    public LiveAggregatorView(Publication publication, Lifecycle lifecycle) {
        this(new LiveImages(publication, lifecycle));
    }

    private LiveAggregatorView(LiveImages images) {
        super(images);
        this.images = images;
    }

    @Override
    public final long getLastProcessedBlock(Chain chain) {
        ChainImage chainImage = readChain(Require.notNull("chain", chain));
        return chainImage == null ? NO_BLOCK : images.headValue(chainImage.head());
    }

    /** Throws when the engine is closed. */
    protected final void refuseWhenClosed() {
        images.root();
    }
}
