package io.strait.engine.state;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Chain;
import io.strait.engine.arena.Cells;
import io.strait.engine.index.OrderedSet;
import io.strait.engine.index.VersionedLong;
import io.strait.engine.index.Versions;
import io.strait.engine.record.EncodedChain;

/** A chain: its last processed block and its stored blocks. Chains stay, once they are there. */
public final class ChainEntry implements Versions, StateMemory.Places {
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

    /**
     * The number of the newest block of the chain that was dropped as too old, or {@link
     * AggregatorView#NO_BLOCK}. The writer's.
     */
    long prunedNumber = AggregatorView.NO_BLOCK;

    /** The cell that still has its words, or {@link Cells#NONE}. */
    final VersionedLong pruned = new VersionedLong(Cells.NONE);

    private final ChainTable table;
    private final StateMemory memory;

    ChainEntry(EncodedChain words, ChainTable table, StateMemory memory) {
        this.words = words;
        this.table = table;
        this.memory = memory;
        blocks = memory.newSet(1, this);
    }

    /** The chain. */
    public Chain chain() {
        return words.chain();
    }

    /** The last processed block as of a position, which may be {@link VersionedLong#LAPPED}. */
    public long lastProcessedBlockAt(long position) {
        return lastProcessedBlock.readAt(position);
    }

    /** The same: LAPPED only where the position is not pinned. */
    public long lastProcessedBlockAt(long position, boolean isPinned) {
        return lastProcessedBlock.readAt(position, isPinned);
    }

    @Override
    public boolean isAt(long[] chunk, int at, long place) {
        return ChainTable.isAt(this, chunk, at, place);
    }

    @Override
    public int otherAt(long[] chunk, int at, long position) {
        return table.otherBlockAt(chunk, at, position);
    }

    @Override
    public int versionAt(int cell, long place, int track, long position) {
        return memory.versionAt(this, cell, place, position);
    }
}
