package io.strait.engine.state;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.engine.arena.Arena;
import io.strait.engine.arena.Cells;
import io.strait.engine.index.CellIndex;
import io.strait.engine.index.CellList;
import io.strait.engine.index.CellMatch;
import io.strait.engine.index.Elements;
import io.strait.engine.index.KeyMatch;
import io.strait.engine.index.OrderedSet;
import io.strait.engine.record.BlockWords;
import io.strait.engine.record.EncodedChain;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * The chains and their stored blocks. Keeps each history within its bound; which changes are
 * allowed is decided by {@link ChainRules}. The cells of a chain, and of a block:
 *
 * <pre>
 *   0   header: see {@link Cells}                   0   header
 *   3   place in the order of chains                3   place among its chain's blocks
 *       beside it: the {@link ChainEntry}           4   place of its chain
 *                                                   5   the block: see {@link BlockWords}
 * </pre>
 *
 * <p>The newest block that was dropped as too old has another cell, with its words alone.
 */
public final class ChainTable {
    private static final int ALL = 0;
    private static final int PLACE = Cells.HEADER_WORDS;
    private static final int CHAIN_WORDS = PLACE + 1;
    private static final int CHAIN = PLACE + 1;

    /** Where in its cell a block begins. */
    static final int BLOCK = CHAIN + 1;

    private static final int NUMBER = BLOCK + BlockWords.NUMBER;

    /** Where in its cell one that was too old begins. */
    static final int PRUNED = Cells.HEADER_WORDS;

    private final StateMemory memory;
    private final Arena arena;
    private final Cells cells;
    private final int blockHistoryPerChain;
    private final OrderedSet chains;
    private final CellIndex chainIndex;
    private final CellIndex blockIndex;
    private final CellMatch writersMatch = this::isSought;
    private final KeyMatch chainMatch = this::isChain;
    private final KeyMatch blockMatch = this::isBlock;
    private final CellMatch olderMatch = this::isOlder;

    /** The chains in their order, which stay. */
    private final MutableList<ChainEntry> entries = FastList.newList();

    private final Elements chainElements;

    /** The chain that was found last, or null. */
    private ChainEntry last;

    private long[] soughtWords;
    private int soughtAt;

    ChainTable(StateMemory memory, int blockHistoryPerChain) {
        this.memory = memory;
        this.blockHistoryPerChain = blockHistoryPerChain;
        arena = memory.arena();
        cells = arena.cells();
        chains = memory.newSet(1, this::chainVersionAt);
        chainIndex = memory.newIndex();
        blockIndex = memory.newIndex();
        chainElements = new ChainElements();
        arena.setOwner(Kinds.BLOCK, this::onBlockFree);
    }

    /** How many chains there are. */
    int size() {
        return chains.taken();
    }

    /** The chain of words, or null. */
    ChainEntry find(long[] words, int at) {
        if (last != null && last.words.isSame(words, at)) {
            return last;
        }
        soughtWords = words;
        soughtAt = at;
        int cell = chainIndex.find(EncodedChain.hash(memory.keys(), words, at), writersMatch);
        soughtWords = null; // may be a large array that is its command's alone
        if (cell == Cells.NONE) {
            return null;
        }
        last = (ChainEntry) cells.objects().get(cell);
        return last;
    }

    ChainEntry add(long[] words, int at) {
        EncodedChain chain = new EncodedChain(EncodedChain.decode(words, at), size(), this);
        ChainEntry entry = new ChainEntry(chain, this, memory);
        entries.add(entry);
        int cell = arena.make(CHAIN_WORDS, Kinds.CHAIN);
        cells.objects().set(cell, entry);
        long place = chains.append(cell);
        cells.word(cell, PLACE, place);
        chainIndex.insert(cell, chain.hash(memory.keys()));
        chains.enter(ALL, place);
        last = entry;
        return entry;
    }

    void setLastProcessedBlock(ChainEntry entry, long number) {
        memory.set(entry.lastProcessedBlock, number);
    }

    /** Stores a block, in the place of one with its number if there is one. */
    void put(ChainEntry entry, long[] words, int at, Block block) {
        int wordCount = BlockWords.wordCount(words, at);
        long number = BlockWords.number(words, at);
        int cell = arena.make(BLOCK + wordCount, Kinds.BLOCK);
        cells.word(cell, CHAIN, entry.words.index());
        cells.copyIn(words, at, wordCount, cell, BLOCK);
        if (block != null) {
            cells.objects().set(cell, Optional.of(block));
        }
        blockIndex.insert(cell, blockHash(entry, number));
        int index = entry.history.find(number);
        if (index == BlockHistory.NONE) {
            long place = entry.blocks.append(cell);
            cells.word(cell, PLACE, place);
            entry.blocks.enter(ALL, place);
            entry.history.add(number, cell);
            updateHighest(entry);
        } else {
            int replaced = entry.history.cell(index);
            long place = cells.word(replaced, PLACE);
            cells.word(cell, PLACE, place);
            entry.blocks.replace(place, cell);
            entry.history.cell(index, cell);
            arena.drop(replaced);
        }
    }

    /** Removes the block of an index of the chain's history. */
    void remove(ChainEntry entry, int index) {
        int cell = entry.history.cell(index);
        long place = cells.word(cell, PLACE);
        entry.history.remove(index);
        entry.blocks.remove(ALL, place);
        updateHighest(entry);
        arena.drop(cell);
    }

    /** Drops the blocks below a number, and then the lowest ones while there are too many. */
    void trim(ChainEntry entry, long below) {
        BlockHistory history = entry.history;
        while (history.count() > 0
                && (history.number(0) < below || history.count() > blockHistoryPerChain)) {
            long number = history.number(0);
            // One that was only saved ahead says nothing of the chain.
            if (number > entry.prunedNumber && number <= entry.lastProcessedBlock.newest()) {
                keepPruned(entry);
            }
            remove(entry, 0);
        }
    }

    /** What comes next is no longer checked against blocks that were dropped as too old. */
    void forgetPruned(ChainEntry entry) {
        if (entry.prunedNumber != AggregatorView.NO_BLOCK) {
            arena.drop((int) entry.pruned.newest());
            memory.set(entry.pruned, Cells.NONE);
            entry.prunedNumber = AggregatorView.NO_BLOCK;
        }
    }

    /** Of the blocks that are dropped as too old, the newest one's parent hash is still checked. */
    private void keepPruned(ChainEntry entry) {
        keepPruned(entry, words(entry, 0), wordsAt(entry, 0));
    }

    void keepPruned(ChainEntry entry, long[] words, int at) {
        if (entry.prunedNumber != AggregatorView.NO_BLOCK) {
            arena.drop((int) entry.pruned.newest());
        }
        int wordCount = BlockWords.wordCount(words, at);
        int cell = arena.make(PRUNED + wordCount, Kinds.PRUNED_BLOCK);
        cells.copyIn(words, at, wordCount, cell, PRUNED);
        memory.set(entry.pruned, cell);
        entry.prunedNumber = BlockWords.number(words, at);
    }

    /** The array with the words of the newest block that was dropped as too old. */
    long[] prunedWords(ChainEntry entry) {
        return cells.chunk((int) entry.pruned.newest());
    }

    /** Where in it the words begin. */
    int prunedAt(ChainEntry entry) {
        return Cells.at((int) entry.pruned.newest()) + PRUNED;
    }

    /** The array with the words of a block of an index of the chain's history. */
    long[] words(ChainEntry entry, int index) {
        return cells.chunk(entry.history.cell(index));
    }

    /** Where in it the words begin. */
    int wordsAt(ChainEntry entry, int index) {
        return Cells.at(entry.history.cell(index)) + BLOCK;
    }

    /** A block as an object. */
    Block block(ChainEntry entry, int index) {
        Object stored = cells.objects().get(entry.history.cell(index));
        return stored == null
                ? BlockWords.decode(entry.chain(), words(entry, index), wordsAt(entry, index))
                : (Block) ((Optional<?>) stored).get();
    }

    /** Adds the cells of the chains now, in their order. */
    void addAll(CellList target) {
        chains.addMembers(ALL, target);
    }

    /** The same at a pinned position. Any thread. */
    void addAllAt(long position, CellList target) {
        chains.addMembersAt(ALL, position, target);
    }

    /** Adds the cells of a chain's blocks at a pinned position, by number. Any thread. */
    void addBlocksAt(ChainEntry entry, long position, CellList target) {
        entry.blocks.addMembersAt(ALL, position, target);
        target.sort(cell -> chunkAcquire(cell)[Cells.at(cell) + NUMBER]);
    }

    /** The array that a cell is in. Any thread. */
    long[] chunkAcquire(int cell) {
        return Cells.chunk(cells.chunksAcquire(), cell);
    }

    ChainEntry entry(int cell) {
        return (ChainEntry) cells.objects().get(cell);
    }

    /** A chain at a position, or null. Any thread; to be validated. */
    public ChainEntry findAt(long position, int hash, Chain chain) {
        int cell = chainIndex.findAt(position, hash, chainMatch, chain, 0);
        return cell == Cells.NONE ? null : (ChainEntry) cells.objects().get(cell);
    }

    /** The chains at a position; null when that is not valid any more. Any thread. */
    public List<Chain> listAt(long position) {
        return chains.listAt(ALL, position, chainElements);
    }

    /** A stored block at a position. Any thread; to be validated. */
    public Optional<Block> blockAt(ChainEntry entry, long number, long position) {
        int cell = blockIndex.findAt(position, blockHash(entry, number), blockMatch, entry, number);
        return cell == Cells.NONE ? Optional.empty() : optional(entry, cell, position);
    }

    /** The highest number of a stored block at a position, which may be LAPPED. Any thread. */
    public long highestBlockAt(ChainEntry entry, long position, boolean isPinned) {
        return entry.highestBlock.readAt(position, isPinned);
    }

    /** The stored blocks at a position, the lowest first. Any thread; to be validated. */
    public List<Block> blocksAt(ChainEntry entry, long position) {
        CellList list = new CellList();
        entry.blocks.addMembersAt(ALL, position, list);
        Block[] blocks = new Block[list.count()];
        boolean isSorted = true;
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = optional(entry, list.get(i), position).get();
            isSorted &= i == 0 || blocks[i - 1].number() < blocks[i].number();
        }
        if (!isSorted) {
            Arrays.sort(blocks, Comparator.comparingLong(Block::number));
        }
        return Collections.unmodifiableList(Arrays.asList(blocks));
    }

    private void updateHighest(ChainEntry entry) {
        int count = entry.history.count();
        long highest = count == 0 ? AggregatorView.NO_BLOCK : entry.history.number(count - 1);
        if (entry.highestBlock.newest() != highest) {
            memory.set(entry.highestBlock, highest);
        }
    }

    private void onBlockFree(int cell) {
        long number = cells.word(cell, NUMBER);
        long chain = cells.word(cell, CHAIN);
        blockIndex.remove(cell, blockHash(chain, number));
        int older = Cells.NONE;
        if (arena.mayHaveOlder(cell)) {
            soughtAt = cell;
            older = blockIndex.findNewest(blockHash(chain, number), olderMatch);
        }
        entries.get((int) chain).blocks.forward(cells.word(cell, PLACE), cell, older);
    }

    private boolean isOlder(long[] chunk, int at, int cell) {
        return chunk[at + PLACE] == cells.word(soughtAt, PLACE)
                && chunk[at + CHAIN] == cells.word(soughtAt, CHAIN)
                && chunk[at + NUMBER] == cells.word(soughtAt, NUMBER);
    }

    private int blockHash(ChainEntry entry, long number) {
        return blockHash(entry.words.index(), number);
    }

    private int blockHash(long chain, long number) {
        return memory.keys().of((int) chain, number);
    }

    private boolean isSought(long[] chunk, int at, int cell) {
        return entry(cell).words.isSame(soughtWords, soughtAt);
    }

    private boolean isChain(long[] chunk, int at, int cell, Object key, long number) {
        return cells.objects().get(cell) instanceof ChainEntry entry && entry.chain().equals(key);
    }

    /** Whether what is stored in a cell stands in a place of a chain's blocks. */
    static boolean isAt(ChainEntry entry, long[] chunk, int at, long place) {
        return Cells.kind(chunk, at) == Kinds.BLOCK
                && chunk[at + PLACE] == place
                && chunk[at + CHAIN] == entry.words.index();
    }

    private boolean isBlock(long[] chunk, int at, int cell, Object key, long number) {
        long chain =
                key instanceof CellKey same
                        ? same.chunk()[same.at() + CHAIN]
                        : ((ChainEntry) key).words.index();
        return chunk[at + NUMBER] == number && chunk[at + CHAIN] == chain;
    }

    /** The cell that had the chain and the number of a cell at a position. */
    int otherBlockAt(long[] chunk, int at, long position) {
        long number = chunk[at + NUMBER];
        int hash = blockHash(chunk[at + CHAIN], number);
        return blockIndex.findAt(position, hash, blockMatch, new CellKey(chunk, at), number);
    }

    private int chainVersionAt(int cell, long place, int track, long position) {
        long[] chunk = Cells.chunk(cells.chunksAcquire(), cell);
        return Cells.isThere(chunk, Cells.at(cell), position) ? cell : Cells.NONE;
    }

    @SuppressWarnings("unchecked")
    private Optional<Block> optional(ChainEntry entry, int cell, long position) {
        if (cells.objects().get(cell) instanceof Optional<?> optional) {
            return (Optional<Block>) optional;
        }
        long[] chunk = Cells.chunk(cells.chunksAcquire(), cell);
        int wordCount = BlockWords.wordCount(chunk, Cells.at(cell) + BLOCK);
        long[] words = memory.copy(cell, BLOCK, wordCount, position);
        return Optional.of(BlockWords.decode(entry.chain(), words, 0));
    }

    /** Shows chains in lists. */
    private final class ChainElements implements Elements {
        @Override
        public Object element(int cell, long position) {
            return entry(cell).chain();
        }

        @Override
        public boolean validate(long position) {
            return true; // chains stay
        }
    }
}
