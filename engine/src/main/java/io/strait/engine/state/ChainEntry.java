package io.strait.engine.state;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Chain;
import io.strait.engine.index.OrderedSet;
import io.strait.engine.index.VersionedLong;
import io.strait.engine.record.EncodedChain;

/** A chain: its last processed block and its stored blocks. Chains stay, once they are there. */
public final class ChainEntry {
    /** The one track of its blocks. */
    static final int ALL = 0;

    final EncodedChain words;
    final VersionedLong lastProcessedBlock = new VersionedLong(AggregatorView.NO_BLOCK);

    /** The highest number of a stored block, or {@link AggregatorView#NO_BLOCK}. */
    final VersionedLong highestBlock = new VersionedLong(AggregatorView.NO_BLOCK);

    /** The stored blocks in the order in which they came. */
    final OrderedSet blocks;

    /** The writer's. */
    final BlockHistory history = new BlockHistory();

    ChainEntry(EncodedChain words, OrderedSet blocks) {
        this.words = words;
        this.blocks = blocks;
    }

    /** The chain. */
    public Chain chain() {
        return words.chain();
    }

    /** The last processed block as of a position, which may be {@link VersionedLong#LAPPED}. */
    public long lastProcessedBlockAt(long position) {
        return lastProcessedBlock.readAt(position);
    }

    /** The last processed block as of a pinned position. */
    public long lastProcessedBlockPinned(long position) {
        return lastProcessedBlock.readPinned(position);
    }
}
