package io.strait.engine.flat;

/** The keys that a trie files its leaves under. */
interface LeafKeys {
    /** The key of a leaf; it never changes while the leaf is in the trie. */
    long keyOf(int leaf);

    /**
     * By what leaves with the same key are told apart, and in which order they come: different for
     * each of them, and never changing either.
     */
    long orderOf(int leaf);
}
