package io.strait.engine.state;

import io.strait.api.AggregatorView;
import io.strait.engine.flat.FlatBlocks;
import io.strait.engine.image.ChainHead;
import io.strait.engine.image.ChainImage;
import io.strait.engine.image.Row;

/** A chain as the writer finds it: its last processed block and its stored blocks. */
final class ChainEntry extends Entry<ChainImage> implements HeadSource {
    private final Blocks blocks = new Blocks();
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

    Blocks blocks() {
        return blocks;
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

    /** The root of the chain's stored blocks: see {@link FlatBlocks}. */
    final class Blocks implements HeadSource {
        private int root = FlatBlocks.NO_BLOCKS;
        private boolean updated;

        private Blocks() {}

        int root() {
            return root;
        }

        void root(int next) {
            root = next;
        }

        @Override
        public ChainHead head() {
            return value().blocks();
        }

        @Override
        public long headValue() {
            return FlatBlocks.headValue(root);
        }

        @Override
        public boolean headUpdated() {
            return updated;
        }

        @Override
        public void headUpdated(boolean value) {
            updated = value;
        }
    }
}
