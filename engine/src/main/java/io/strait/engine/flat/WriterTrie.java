package io.strait.engine.flat;

import java.util.function.IntToLongFunction;

/**
 * Ordered tries of ints over unique 64-bit keys that are never published: each edit is in place.
 * Tries are known by their roots. For one thread; allocates only to grow.
 */
public final class WriterTrie {
    /** The root of a trie without leaves. */
    public static final int EMPTY = Slot.EMPTY;

    /** No leaf. */
    public static final int NONE = Blocks.NONE;

    private final IntToLongFunction keys;
    private final FlatTrie trie;

    /**
     * Tries whose leaves, all positive, are filed under these keys.
     *
     * @param keys the key of a leaf, which never changes while the leaf is in a trie
     */
    public WriterTrie(IntToLongFunction keys) {
        this.keys = keys;
        // Nothing is ever published here, so no node is too old to be edited.
        NodeStore store = new NodeStore(new Nodes(), new Epoch(), new Pins(), new Horizon(), 0);
        trie = FlatTrie.ofUniqueKeys(store, new Keyed(keys));
    }

    /**
     * Finds a leaf.
     *
     * @param root the trie
     * @param key its key
     * @return the leaf, or {@link #NONE}
     */
    public int find(int root, long key) {
        int slot = trie.candidate(root, key);
        return Slot.isLeaf(slot) && keys.applyAsLong(Slot.leaf(slot)) == key
                ? Slot.leaf(slot)
                : NONE;
    }

    /**
     * Adds a leaf.
     *
     * @param root the trie
     * @param leaf the leaf
     * @return the root from now on
     */
    public int insert(int root, int leaf) {
        return trie.insert(root, leaf);
    }

    /**
     * Removes a leaf.
     *
     * @param root the trie
     * @param leaf the leaf, which is there
     * @return the root from now on
     */
    public int remove(int root, int leaf) {
        return trie.remove(root, leaf);
    }

    /**
     * Visits the leaves from a key on, in order.
     *
     * @param root the trie
     * @param key the least key
     * @param visitor told each leaf
     */
    public void forEachFrom(int root, long key, CellVisitor visitor) {
        trie.forEachFrom(root, key, visitor);
    }

    private record Keyed(IntToLongFunction keys) implements LeafKeys {
        @Override
        public long keyOf(int leaf) {
            return keys.applyAsLong(leaf);
        }

        @Override
        public long orderOf(int leaf) {
            throw new IllegalStateException("two leaves have the same key: " + leaf);
        }
    }
}
