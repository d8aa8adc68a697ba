package io.strait.engine.image;

/**
 * Tells the 64-bit key of a leaf. Leaves do not store the key a trie files them under, so one leaf
 * object may live in several tries at once, each with its own {@code LeafKey}.
 *
 * <p>Called on the writer thread for edits and on any reader's thread for ordered searches; it must
 * be a pure function of the leaf's immutable content, never block, and should not allocate.
 *
 * @param <V> the type of the leaves
 */
@FunctionalInterface
public interface LeafKey<V> {

    /**
     * The key of a leaf. It never changes while the leaf is in a trie.
     *
     * @param leaf the leaf, never null
     * @return its key; tries order keys as unsigned numbers
     */
    long keyOf(V leaf);
}
