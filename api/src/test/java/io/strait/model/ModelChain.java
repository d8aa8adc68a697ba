package io.strait.model;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Block;
import java.util.TreeMap;

/** One known chain: its last processed block, and its stored blocks by number. */
final class ModelChain {
    long lastProcessedBlock = AggregatorView.NO_BLOCK;
    final TreeMap<Long, Block> blocks = new TreeMap<>();

    ModelChain copy() {
        ModelChain copy = new ModelChain();
        copy.lastProcessedBlock = lastProcessedBlock;
        copy.blocks.putAll(blocks);
        return copy;
    }
}
