package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.engine.codec.EncodedBlock;
import io.strait.engine.flat.FlatBlocks;
import io.strait.engine.flat.FlatMemory;
import io.strait.engine.image.ChainHead;
import io.strait.engine.image.ChainImage;
import io.strait.engine.image.Keys;
import io.strait.engine.image.TableImage;
import io.strait.engine.word.WordBuffer;
import java.util.Arrays;

/**
 * The chains and their stored blocks. Keeps the published form in step, and each history within its
 * bound; which changes are allowed is decided by {@link ChainRules}.
 */
final class ChainTable {
    static final int NONE = FlatBlocks.NONE;

    /** The number before is that of the head of all that is kept flat. Each chain has two. */
    private static final int FIRST_HEAD = FlatMemory.HEAD_INDEX + 1;

    private final Keys keys;
    private final FlatBlocks blocks;
    private final WordBuffer encoded = new WordBuffer(64);
    private final int blockHistoryPerChain;
    private final Table<ChainImage, ChainEntry> chains;
    private final HeadUpdates headUpdates;

    /** What was found by number before; not part of the state. Chains stay, once they are there. */
    private ChainEntry[] byIndex = new ChainEntry[16];

    ChainTable(Limits limits, FlatMemory memory, Generation generation, HeadUpdates headUpdates) {
        this.headUpdates = headUpdates;
        this.keys = memory.keys();
        this.blocks = memory.newBlocks();
        this.blockHistoryPerChain = limits.blockHistoryPerChain();
        this.chains = new Table<>(generation, EntryIndex.ofEntriesThatStay());
    }

    int size() {
        return chains.size();
    }

    ChainEntry find(Chain chain) {
        return chains.find(keys.of(chain.hash64()), chain);
    }

    /** As {@link #find(Chain)}, by a number that was given to this chain and no other. */
    ChainEntry find(Chain chain, int index) {
        ChainEntry known = known(index);
        return known == null ? findAndRemember(chain, index) : known;
    }

    /** The chain that was found by a number before, or null. */
    ChainEntry known(int index) {
        return index < byIndex.length ? byIndex[index] : null;
    }

    ChainEntry add(Chain chain) {
        int firstHead = FIRST_HEAD + 2 * chains.size();
        ChainImage chainImage =
                new ChainImage(chain, new ChainHead(firstHead), new ChainHead(firstHead + 1));
        ChainEntry entry =
                new ChainEntry(chains.newRow(keys.of(chain.hash64()), chain, chainImage));
        chains.add(entry);
        return entry;
    }

    void setLastProcessedBlock(ChainEntry entry, long number) {
        entry.lastProcessedBlock(number);
        headUpdates.add(entry);
    }

    /** A block's words, valid until the next call. */
    long[] encode(Block block) {
        encoded.clear();
        EncodedBlock.add(block, encoded);
        return encoded.words();
    }

    /** How many blocks of a chain are stored. */
    int blockCount(ChainEntry entry) {
        return blocks.size(entry.blocks().root());
    }

    /** The cell of a stored block, or {@link #NONE}. */
    int find(ChainEntry entry, long blockNumber) {
        return blocks.find(entry.blocks().root(), blockNumber);
    }

    /** The stored block with the highest number below the given one, or {@link #NONE}. */
    int findBelow(ChainEntry entry, long blockNumber) {
        return blocks.lower(entry.blocks().root(), blockNumber);
    }

    /** The stored block with the highest number, or {@link #NONE}. */
    int highest(ChainEntry entry) {
        return blocks.last(entry.blocks().root());
    }

    /** The stored block with the lowest number, or {@link #NONE}. */
    int lowest(ChainEntry entry) {
        return blocks.first(entry.blocks().root());
    }

    long blockNumber(int cell) {
        return blocks.number(cell);
    }

    /** Whether a stored block has the hash of one that comes as words. */
    boolean hasHashOf(int cell, long[] words, int at) {
        return blocks.hasHashOf(cell, words, at);
    }

    /** Whether a stored block is the one that another, which comes as words, follows. */
    boolean isParentOf(int cell, long[] words, int at) {
        return blocks.isParentOf(cell, words, at);
    }

    Block block(ChainEntry entry, int cell) {
        return blocks.block(entry.value().chain(), cell);
    }

    /**
     * Stores a block, in the place of one with its number if there is one.
     *
     * @param block the same as an object, or null when it came as words
     */
    void put(ChainEntry entry, long[] words, int at, Block block) {
        setBlocks(entry, blocks.put(entry.blocks().root(), words, at, block));
    }

    void remove(ChainEntry entry, int cell) {
        setBlocks(entry, blocks.remove(entry.blocks().root(), cell));
    }

    /** Drops the blocks below a number, and then the lowest ones while there are too many. */
    void trim(ChainEntry entry, long below) {
        int lowest = lowest(entry);
        while (lowest != NONE
                && (blockNumber(lowest) < below || blockCount(entry) > blockHistoryPerChain)) {
            remove(entry, lowest);
            lowest = lowest(entry);
        }
    }

    TableImage<ChainImage> image() {
        return chains.image();
    }

    private void setBlocks(ChainEntry entry, int root) {
        entry.blocks().root(root);
        headUpdates.add(entry.blocks());
    }

    private ChainEntry findAndRemember(Chain chain, int index) {
        ChainEntry found = find(chain);
        if (found != null) {
            if (index >= byIndex.length) {
                byIndex = Arrays.copyOf(byIndex, Math.max(index + 1, 2 * byIndex.length));
            }
            byIndex[index] = found;
        }
        return found;
    }
}
