package io.strait.model;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Block;
import java.util.TreeMap;

/** One known chain: its last processed block, and its stored blocks by number. */
final class ModelChain {
    long lastProcessedBlock = AggregatorView.NO_BLOCK;
    final TreeMap<Long, Block> blocks = new TreeMap<>();

    /** The newest block that was dropped as too old, or null. */
    Block pruned;

    /** A block is dropped as too old. One that was only saved ahead says nothing of the chain. */
    void prune(Block block) {
        if (block.number() <= lastProcessedBlock
                && (pruned == null || pruned.number() < block.number())) {
            pruned = block;
        }
    }

    ModelChain copy() {
        ModelChain copy = new ModelChain();
        copy.lastProcessedBlock = lastProcessedBlock;
        copy.blocks.putAll(blocks);
        copy.pruned = pruned;
        return copy;
    }
}
