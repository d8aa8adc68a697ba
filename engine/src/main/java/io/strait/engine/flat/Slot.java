package io.strait.engine.flat;

/**
 * What a slot of a trie's node holds, as an int: nothing (0), a leaf (negative), or a node with its
 * level, so that a walk need not look at a node to know which digit of the key it branches on.
 */
final class Slot {
    static final int EMPTY = 0;

    /** The digits of a key, five bits each, counted from the lowest. */
    static final int LEVELS = 13;

    /** The level of a node that holds the leaves of one key, as a trie of its own. */
    static final int TWINS = 13;

    private static final int LEVEL_SHIFT = 27;
    private static final int NODE_MASK = (1 << LEVEL_SHIFT) - 1;

    private Slot() {}

    static int ofLeaf(int leaf) {
        return ~leaf;
    }

    static boolean isLeaf(int slot) {
        return slot < 0;
    }

    static int leaf(int slot) {
        return ~slot;
    }

    static int ofNode(int node, int level) {
        return level << LEVEL_SHIFT | node;
    }

    static int node(int slot) {
        return slot & NODE_MASK;
    }

    static int level(int slot) {
        return slot >>> LEVEL_SHIFT;
    }

    /** The digit of a key that a node of this level branches on. */
    static int digit(long key, int level) {
        return (int) (key >>> level * Nodes.BITS) & Nodes.BRANCHES - 1;
    }
}
