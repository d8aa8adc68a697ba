package io.strait.engine.state;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Block;
import io.strait.engine.image.ChainHead;
import io.strait.engine.image.ChainImage;
import io.strait.engine.image.LongTrie;
import io.strait.engine.image.Row;

/** A chain as the writer finds it: its last processed block and its stored blocks. */
final class ChainEntry extends Entry<ChainImage> implements HeadSource {
    private final LongTrie<Row<Block>> blocks = new LongTrie<>(Row::key);
    private long lastProcessedBlock = AggregatorView.NO_BLOCK;

    private boolean headUpdated;

    ChainEntry(Row<ChainImage> row) {
        super(row, row.value().chain());
    }

    long lastProcessedBlock() {
        return lastProcessedBlock;
    }

    void lastProcessedBlock(long number) {
        lastProcessedBlock = number;
    }

    @Override
    public ChainHead head() {
        return value().head();
    }

    @Override
    public long headValue() {
        return lastProcessedBlock;
    }

    @Override
    public boolean headUpdated() {
        return headUpdated;
    }

    @Override
    public void headUpdated(boolean value) {
        headUpdated = value;
    }

    LongTrie<Row<Block>> blocks() {
        return blocks;
    }

    int blockCount() {
        return blocks.root().size();
    }

    /** The row of a stored block, or null. */
    Row<Block> block(long number) {
        Row<Block> row = blocks.root().floor(number, Row::key);
        return row == null || row.key() != number ? null : row;
    }

    /** The stored block with the highest number below the given one, or null. */
    Block blockBelow(long number) {
        Row<Block> row = blocks.root().lower(number, Row::key);
        return row == null ? null : row.value();
    }

    /** The stored block with the lowest number, or null. */
    Row<Block> lowestBlock() {
        return blocks.root().first();
    }

    /** The stored block with the highest number, or null. */
    Row<Block> highestBlock() {
        return blocks.root().last();
    }
}
