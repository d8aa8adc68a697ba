package io.strait.engine.flat;

import io.strait.engine.image.ChainHead;

/**
 * Reads of the tries as of a published position, by any thread. What they return, or throw, holds
 * only if the position still {@linkplain Horizon#stands stands} afterwards, or is captured: a
 * reader that was overtaken may have seen anything. Lengths that are not checked in this way are
 * never allocated by.
 */
abstract class FlatReads {
    final FlatMemory memory;
    private final boolean captured;

    /**
     * Reads.
     *
     * @param captured whether they are by those who have captured the position, and keep it so
     *     meanwhile
     */
    FlatReads(FlatMemory memory, boolean captured) {
        this.memory = memory;
        this.captured = captured;
    }

    /**
     * Where the roots are published.
     *
     * @return the head
     */
    public final ChainHead head() {
        return memory.head();
    }

    /**
     * Whether what was read is true.
     *
     * @param position where it was read
     * @return false when the reader was overtaken
     */
    public final boolean stands(long position) {
        return captured || memory.horizon.stands(position);
    }

    /**
     * How many cells a root leads to.
     *
     * @param root the root
     * @return not negative
     */
    public final int count(int root) {
        if (root == Slot.EMPTY || Slot.isLeaf(root)) {
            return root == Slot.EMPTY ? 0 : 1;
        }
        return Nodes.size(memory.nodes.chunksAcquire(), Slot.node(root));
    }

    /**
     * The cells that a root leads to, in their order.
     *
     * @param root the root
     * @param position where it was found
     * @return a new array
     */
    public final int[] cells(int root, long position) {
        int count = count(root);
        requireStanding(position);
        int[] cells = new int[count];
        if (copy(memory.nodes.chunksAcquire(), root, cells, 0, 0, position) != count) {
            throw new OvertakenException();
        }
        return cells;
    }

    /**
     * Lets a walk begin.
     *
     * @param root leads to the cells that it is to go over
     * @param position where the root was found
     * @param holder what keeps the position captured, or null
     * @param walk stands before the first of them then
     */
    public final void begin(int root, long position, Object holder, CellWalk walk) {
        walk.end();
        int count = count(root);
        requireStanding(position);
        if (!isCopied(root, walk)) {
            int[] cells = walk.room(count);
            if (copy(memory.nodes.chunksAcquire(), root, cells, 0, 0, position) != count) {
                throw new OvertakenException();
            }
        }
        walk.begin(root, count, position, holder);
    }

    /** A node that is as old as an earlier copy is the one that was copied, with all below. */
    private boolean isCopied(int root, CellWalk walk) {
        return root > 0
                && walk.isOf(root, Nodes.born(memory.nodes.chunksAcquire(), Slot.node(root)));
    }

    /** Asked at each node of a branching walk: who was overtaken might be led about for ever. */
    final void requireStanding(long position) {
        if (!stands(position)) {
            throw new OvertakenException();
        }
    }

    /** What stands where a key would be. */
    static int descend(int[][] nodes, int root, long key) {
        int slot = root;
        int above = Slot.LEVELS;
        while (slot > 0 && Slot.level(slot) < Slot.LEVELS) {
            int level = Slot.level(slot);
            if (level >= above) {
                // No trie is like that. Who was overtaken might go round in circles.
                throw new OvertakenException();
            }
            above = level;
            slot = Nodes.slot(nodes, Slot.node(slot), Slot.digit(key, level));
        }
        return slot;
    }

    /** Copies the leaves at and below a slot, as many as fit; returns how many there are then. */
    private int copy(int[][] nodes, int slot, int[] target, int count, int depth, long position) {
        if (Slot.isLeaf(slot)) {
            if (count < target.length) {
                target[count] = Slot.leaf(slot);
            }
            return count + 1;
        }
        return slot == Slot.EMPTY || depth > Slot.LEVELS
                ? count
                : copyNode(nodes, slot, target, count, depth, position);
    }

    private int copyNode(
            int[][] nodes, int nodeSlot, int[] target, int count, int depth, long position) {
        requireStanding(position);
        int node = Slot.node(nodeSlot);
        int[] chunk = Nodes.chunk(nodes, node);
        int slots = Nodes.slotsAt(node);
        int rest = Nodes.bitmap(nodes, node);
        if (Slot.level(nodeSlot) == 0 && rest == -1 && target.length - count >= Nodes.BRANCHES) {
            copyFullNode(chunk, slots, target, count);
            return count + Nodes.BRANCHES;
        }
        int copied = count;
        while (rest != 0 && copied < target.length) {
            int slot = chunk[slots + Integer.numberOfTrailingZeros(rest)];
            if (Slot.isLeaf(slot)) {
                target[copied++] = Slot.leaf(slot);
            } else {
                copied = copy(nodes, slot, target, copied, depth + 1, position);
            }
            rest &= rest - 1;
        }
        return copied;
    }

    /** All slots of a node of the lowest level are leaves: a loop that can be done by vectors. */
    private static void copyFullNode(int[] chunk, int slots, int[] target, int count) {
        for (int i = 0; i < Nodes.BRANCHES; i++) {
            target[count + i] = Slot.leaf(chunk[slots + i]);
        }
    }

    /**
     * Words of a cell, copied.
     *
     * @param at where in the cell's array they begin
     * @param countAt where their number stands, from there
     */
    final long[] copy(int cell, int at, int countAt, long position) {
        long[] chunk = chunk(cell);
        int wordCount = (int) chunk[at + countAt];
        requireStanding(position);
        long[] words = new long[wordCount];
        System.arraycopy(chunk, at, words, 0, wordCount);
        requireStanding(position);
        return words;
    }

    final long[] chunk(int cell) {
        return Cells.chunk(memory.cells.chunksAcquire(), cell);
    }
}
