package io.strait.engine.flat;

import java.util.Arrays;

/**
 * Nodes of the lowest level that the batch under way has edited, by their root and the digits above
 * theirs. Keys often come and go side by side: who finds the node here need not go down to it, nor
 * ask whether it may be edited. Whoever takes a node out of a trie has to {@link #clear} this.
 * Writer thread only; allocates nothing.
 */
final class NearNodes {
    private static final int BITS = 5;

    /** The slot of no trie's root. */
    private static final int NO_ROOT = Slot.ofLeaf(Blocks.NONE);

    private final Epoch epoch;
    private final int[] roots = new int[1 << BITS];
    private final long[] prefixes = new long[1 << BITS];
    private final int[] nodes = new int[1 << BITS];
    private long batch;

    NearNodes(Epoch epoch) {
        this.epoch = epoch;
        clear();
    }

    /** The node that has, or would have, a key's slot, or {@link Blocks#NONE}. */
    int find(int root, long key) {
        if (batch != epoch.batch()) {
            clear();
            batch = epoch.batch();
        }
        int index = index(root, key);
        return roots[index] == root && prefixes[index] == prefix(key) ? nodes[index] : Blocks.NONE;
    }

    /** Keeps a node that the batch has edited, in the stead of another. */
    void add(int root, long key, int node) {
        int index = index(root, key);
        roots[index] = root;
        prefixes[index] = prefix(key);
        nodes[index] = node;
    }

    void clear() {
        Arrays.fill(roots, NO_ROOT);
    }

    private static long prefix(long key) {
        return key >>> Nodes.BITS;
    }

    /**
     * Spread, so that the ends of one trie, and of two of the same keys, have places of their own.
     */
    private static int index(int root, long key) {
        return ((int) prefix(key) + root * 7) * 0x9E37_79B1 >>> Integer.SIZE - BITS;
    }
}
