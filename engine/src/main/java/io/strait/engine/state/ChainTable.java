package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.engine.flat.TaskMemory;
import io.strait.engine.image.ChainHead;
import io.strait.engine.image.ChainImage;
import io.strait.engine.image.Keys;
import io.strait.engine.image.Row;
import io.strait.engine.image.TableImage;
import io.strait.engine.image.TrieNode;
import java.util.Arrays;

/**
 * The chains and their stored blocks. Keeps the published form in step, and each history within its
 * bound; which changes are allowed is decided by {@link ChainRules}.
 */
final class ChainTable {
    /** The number before is that of the tasks' head. */
    private static final int FIRST_HEAD = TaskMemory.HEAD_INDEX + 1;

    private final Keys keys;
    private final Generation generation;
    private final int blockHistoryPerChain;
    private final Table<ChainImage, ChainEntry> chains;
    private final HeadUpdates headUpdates;

    /** What was found by number before; not part of the state. Chains stay, once they are there. */
    private ChainEntry[] byIndex = new ChainEntry[16];

    ChainTable(Limits limits, Keys keys, Generation generation, HeadUpdates headUpdates) {
        this.headUpdates = headUpdates;
        this.keys = keys;
        this.generation = generation;
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
        ChainEntry known = index < byIndex.length ? byIndex[index] : null;
        return known == null ? findAndRemember(chain, index) : known;
    }

    ChainEntry add(Chain chain) {
        ChainImage chainImage =
                new ChainImage(chain, new ChainHead(FIRST_HEAD + chains.size()), TrieNode.empty());
        ChainEntry entry =
                new ChainEntry(chains.newRow(keys.of(chain.hash64()), chain, chainImage));
        chains.add(entry);
        return entry;
    }

    void setLastProcessedBlock(ChainEntry entry, long number) {
        entry.lastProcessedBlock(number);
        headUpdates.add(entry);
    }

    /** Stores a block, in the place of one with its number if there is one. */
    void put(ChainEntry entry, Block block) {
        Row<Block> row = new Row<>(block.number(), block.number(), block.hash(), block);
        Row<Block> last = entry.block(block.number());
        if (last == null) {
            entry.blocks().insert(row, generation.current());
        } else {
            entry.blocks().replace(last, row, generation.current());
        }
    }

    void remove(ChainEntry entry, Row<Block> row) {
        entry.blocks().remove(row, generation.current());
    }

    /** Drops the blocks below a number, and then the lowest ones while there are too many. */
    void trim(ChainEntry entry, long below) {
        Row<Block> lowest = entry.lowestBlock();
        while (lowest != null
                && (lowest.key() < below || entry.blockCount() > blockHistoryPerChain)) {
            remove(entry, lowest);
            lowest = entry.lowestBlock();
        }
    }

    /** Makes the chain's stored blocks, as they are now, part of the next image. */
    void publishBlocks(ChainEntry entry) {
        ChainImage last = entry.value();
        if (last.blocks() != entry.blocks().root()) {
            chains.update(entry, new ChainImage(last.chain(), last.head(), entry.blocks().root()));
        }
    }

    TableImage<ChainImage> image() {
        return chains.image();
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
