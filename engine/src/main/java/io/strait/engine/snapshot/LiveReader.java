package io.strait.engine.snapshot;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Chain;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Reader;
import io.strait.engine.command.ChainHandles;
import io.strait.engine.image.ChainHead;
import io.strait.engine.image.ChainImage;
import io.strait.engine.lifecycle.Lifecycle;
import java.util.Arrays;

/** One thread's hot-path reads over the newest published state. */
public final class LiveReader implements Reader {
    private final Publication publication;
    private final Lifecycle lifecycle;
    private final ChainHandles chains;

    /** The heads that were found before, by the number of the chain's handle. Chains stay. */
    private ChainHead[] heads = new ChainHead[16];

    /**
     * A reader.
     *
     * @param publication where to read
     * @param lifecycle the engine's
     * @param chains the handles
     */
    public LiveReader(Publication publication, Lifecycle lifecycle, ChainHandles chains) {
        this.publication = publication;
        this.lifecycle = lifecycle;
        this.chains = chains;
    }

    @Override
    public long getLastProcessedBlock(ChainHandle chain) {
        int index = chains.indexOf(chain);
        while (true) {
            Root root = LiveRoot.of(publication, lifecycle);
            ChainHead head = index < heads.length ? heads[index] : null;
            if (head == null) {
                head = find(root, chain.chain(), index);
                if (head == null) {
                    return AggregatorView.NO_BLOCK;
                }
            }
            long value = head.readAt(root.positionAcquire());
            if (value != ChainHead.LAPPED) {
                return value;
            }
            // The writer published since this root was loaded: there is a newer position to read
            // at.
            Thread.onSpinWait();
        }
    }

    private ChainHead find(Root root, Chain chain, int index) {
        ChainImage found = ImageAggregatorView.chain(root.image(), chain);
        if (found == null) {
            return null;
        }
        if (index >= heads.length) {
            heads = Arrays.copyOf(heads, Math.max(index + 1, 2 * heads.length));
        }
        heads[index] = found.head();
        return found.head();
    }
}
