package io.strait.engine.state;

import io.strait.api.error.LimitTooLowException;
import io.strait.engine.arena.Cells;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.index.CellList;
import io.strait.engine.record.BlockWords;
import java.io.IOException;

/**
 * The chains in an image, each followed by its blocks. The order in which blocks came means
 * nothing: nobody sees it. An item:
 *
 * <pre>
 *   0   last processed block
 *   1   how many blocks follow, but for the one that was too old
 *   2   the chain: see {@link io.strait.engine.record.EncodedChain}
 * </pre>
 */
final class ChainImage {
    private static final int LAST = 0;
    private static final int BLOCKS = 1;
    private static final int CHAIN = 2;

    private final ChainTable chains;
    private final int blockHistoryPerChain;
    private final CellList all = new CellList();
    private final CellList blocks = new CellList();
    private final WordBuffer words = new WordBuffer(16);

    /** The chain that was taken last. */
    private ChainEntry last;

    ChainImage(ChainTable chains, int blockHistoryPerChain) {
        this.chains = chains;
        this.blockHistoryPerChain = blockHistoryPerChain;
    }

    /** Finds the chains at a pinned position. */
    void find(long position) {
        chains.addAllAt(position, all);
    }

    int count() {
        return all.count();
    }

    void write(long position, ImageSink sink) throws IOException {
        for (int i = 0; i < all.count(); i++) {
            write(chains.entry(all.get(i)), position, sink);
        }
    }

    void restore(long[] source, int at) {
        long blockCount = source[at + BLOCKS];
        if (blockCount > blockHistoryPerChain) {
            throw new LimitTooLowException(
                    Limit.BLOCK_HISTORY_PER_CHAIN.limitName(), blockHistoryPerChain, blockCount);
        }
        last = chains.add(source, at + CHAIN);
        chains.setLastProcessedBlock(last, source[at + LAST]);
    }

    void restorePruned(long[] source, int at) {
        chains.keepPruned(last, source, at);
    }

    void restoreBlock(long[] source, int at) {
        chains.put(last, source, at, null);
    }

    private void write(ChainEntry entry, long position, ImageSink sink) throws IOException {
        blocks.clear();
        chains.addBlocksAt(entry, position, blocks);
        words.clear();
        words.add(entry.lastProcessedBlock.readPinned(position));
        words.add(blocks.count());
        words.add(entry.words.words());
        sink.item(ImageItem.CHAIN, words.words(), 0, words.count());
        int pruned = (int) entry.pruned.readPinned(position);
        if (pruned != Cells.NONE) {
            writeBlock(ImageItem.PRUNED_BLOCK, pruned, ChainTable.PRUNED, sink);
        }
        for (int i = 0; i < blocks.count(); i++) {
            writeBlock(ImageItem.BLOCK, blocks.get(i), ChainTable.BLOCK, sink);
        }
    }

    private void writeBlock(int kind, int cell, int from, ImageSink sink) throws IOException {
        long[] chunk = chains.chunkAcquire(cell);
        int at = Cells.at(cell) + from;
        sink.item(kind, chunk, at, BlockWords.wordCount(chunk, at));
    }
}
