package io.strait.engine.snapshot;

import io.strait.api.domain.Chain;
import io.strait.api.internal.Require;
import io.strait.engine.image.ChainHead;
import io.strait.engine.image.ChainImage;
import io.strait.engine.image.StateImage;
import io.strait.engine.lifecycle.Lifecycle;

/** The aggregator's reads over the newest published state. */
public class LiveAggregatorView extends ImageAggregatorView {
    private final Publication publication;
    private final Lifecycle lifecycle;

    /**
     * A view.
     *
     * @param publication where to read
     * @param lifecycle the engine's
     */
    public LiveAggregatorView(Publication publication, Lifecycle lifecycle) {
        this.publication = publication;
        this.lifecycle = lifecycle;
    }

    @Override
    public final long getLastProcessedBlock(Chain chain) {
        Require.notNull("chain", chain);
        while (true) {
            Root root = LiveRoot.of(publication, lifecycle);
            ChainImage chainImage = chain(root.image(), chain);
            if (chainImage == null) {
                return NO_BLOCK;
            }
            long value = chainImage.head().readAt(root.positionAcquire());
            if (value != ChainHead.LAPPED) {
                return value;
            }
            // The writer published since this root was loaded: there is a newer position to read
            // at.
            Thread.onSpinWait();
        }
    }

    /** Throws when the engine is closed. */
    protected final void refuseWhenClosed() {
        LiveRoot.of(publication, lifecycle);
    }

    @Override
    final StateImage image() {
        return LiveRoot.of(publication, lifecycle).image();
    }
}
