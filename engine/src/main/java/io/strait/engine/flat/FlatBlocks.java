package io.strait.engine.flat;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.engine.codec.EncodedBlock;
import java.util.Optional;

/**
 * The stored blocks of all chains as the writer keeps them: each in a cell, found by its number in
 * the trie of its chain, which is known by its root. Which changes are allowed is not decided here.
 * Writer thread only; allocates for objects alone, and to grow.
 */
public final class FlatBlocks {
    /** No block. */
    public static final int NONE = Blocks.NONE;

    /** The root of no blocks. */
    public static final int NO_BLOCKS = Slot.EMPTY;

    private final FlatMemory memory;
    private final Cells cells;
    private final FlatTrie byNumber;

    FlatBlocks(FlatMemory memory) {
        this.memory = memory;
        cells = memory.cells;
        byNumber = FlatTrie.ofUniqueKeys(memory.nodeStore, new ByNumber());
    }

    /**
     * What the head of a chain's blocks is set to.
     *
     * @param root the root of the blocks
     * @return not negative
     */
    public static long headValue(int root) {
        return Integer.toUnsignedLong(root);
    }

    /**
     * How many blocks a chain has.
     *
     * @param root the root of its blocks
     * @return not negative
     */
    public int size(int root) {
        return byNumber.size(root);
    }

    /**
     * Finds a block.
     *
     * @param root the root of the chain's blocks
     * @param number its number
     * @return its cell, or {@link #NONE}
     */
    public int find(int root, long number) {
        int slot = byNumber.candidate(root, number);
        return Slot.isLeaf(slot) && number(Slot.leaf(slot)) == number ? Slot.leaf(slot) : NONE;
    }

    /**
     * The block with the lowest number.
     *
     * @param root the root of the chain's blocks
     * @return its cell, or {@link #NONE}
     */
    public int first(int root) {
        return root == NO_BLOCKS ? NONE : byNumber.first(root);
    }

    /**
     * The block with the highest number.
     *
     * @param root the root of the chain's blocks
     * @return its cell, or {@link #NONE}
     */
    public int last(int root) {
        return root == NO_BLOCKS ? NONE : byNumber.last(root);
    }

    /**
     * The block with the highest number below a number.
     *
     * @param root the root of the chain's blocks
     * @param number the number
     * @return its cell, or {@link #NONE}
     */
    public int lower(int root, long number) {
        return byNumber.lower(root, number);
    }

    /**
     * Stores a block, in the place of one with its number if there is one.
     *
     * @param root the root of the chain's blocks
     * @param words the block's words are in here
     * @param at index of the first
     * @param block the same as an object, if it came as one, or null
     * @return the root from now on
     */
    public int put(int root, long[] words, int at, Block block) {
        int wordCount = EncodedBlock.count(words, at);
        int last = find(root, EncodedBlock.number(words, at));
        int cell = memory.cellStore.make(BlockLayout.WORDS + wordCount, CellIndexes.NONE);
        cells.word(cell, BlockLayout.WORD_COUNT, wordCount);
        cells.copyIn(words, at, wordCount, cell, BlockLayout.WORDS);
        if (block != null) {
            memory.objects.set(cell, Optional.of(block));
        }
        if (last == NONE) {
            return byNumber.insert(root, cell);
        }
        int next = byNumber.replace(root, last, cell);
        memory.cellStore.drop(last);
        return next;
    }

    /**
     * Removes a block.
     *
     * @param root the root of the chain's blocks
     * @param cell the block
     * @return the root from now on
     */
    public int remove(int root, int cell) {
        int next = byNumber.remove(root, cell);
        memory.cellStore.drop(cell);
        return next;
    }

    /**
     * The number of a block.
     *
     * @param cell the block
     * @return not negative
     */
    public long number(int cell) {
        return cells.word(cell, BlockLayout.WORDS);
    }

    /**
     * Whether a block has the hash of one that comes as words.
     *
     * @param cell the block
     * @param words the words of the other are in here
     * @param at index of the first
     * @return whether it has
     */
    public boolean hasHashOf(int cell, long[] words, int at) {
        return EncodedBlock.hasHashOf(cells.chunk(cell), wordsAt(cell), words, at);
    }

    /**
     * Whether a block is the one that another, which comes as words, names as its parent.
     *
     * @param cell the block
     * @param words the words of the other are in here
     * @param at index of the first
     * @return whether it is
     */
    public boolean isParentOf(int cell, long[] words, int at) {
        return EncodedBlock.isParentOf(cells.chunk(cell), wordsAt(cell), words, at);
    }

    /**
     * A block as an object.
     *
     * @param chain its chain
     * @param cell the block
     * @return what came, or the same newly allocated
     */
    public Block block(Chain chain, int cell) {
        Block block = RecordReads.objectOf(memory.objects.get(cell));
        return block == null ? EncodedBlock.decode(chain, cells.chunk(cell), wordsAt(cell)) : block;
    }

    private static int wordsAt(int cell) {
        return Cells.at(cell) + BlockLayout.WORDS;
    }

    /** Files blocks under their numbers. */
    private final class ByNumber implements LeafKeys {
        @Override
        public long keyOf(int cell) {
            return number(cell);
        }

        @Override
        public long orderOf(int cell) {
            throw new IllegalStateException("two blocks of a chain have the same number: " + cell);
        }
    }
}
