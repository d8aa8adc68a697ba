package io.strait.engine.image;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Two or more leaves with the very same 64-bit key, in insertion order. Immutable, so any thread
 * may read it; nothing here blocks, and the public methods do not allocate.
 *
 * <p>{@link TrieNode#candidate(long)} hands it out where several leaves share a key; the caller
 * scans it for the one whose identity matches.
 */
public final class Collision {
    private final Object[] leaves;

    Collision(Object... leaves) {
        assert leaves.length > 1 : "a lone leaf needs no collision: size=" + leaves.length;
        this.leaves = leaves;
    }

    /**
     * The number of leaves.
     *
     * @return at least 2
     */
    public int size() {
        return leaves.length;
    }

    /**
     * The leaf at an index, in insertion order.
     *
     * @param index from 0 to {@link #size()} - 1
     * @return the leaf, never null
     * @throws IndexOutOfBoundsException if the index is outside that range
     */
    public Object leaf(int index) {
        return leaves[index];
    }

    /** The position of this very object, or -1. */
    int indexOf(Object leaf) {
        for (int i = 0; i < leaves.length; i++) {
            if (leaves[i] == leaf) {
                return i;
            }
        }
        return -1;
    }

    Collision append(Object leaf) {
        Object[] grown = Arrays.copyOf(leaves, leaves.length + 1);
        grown[leaves.length] = leaf;
        return new Collision(grown);
    }

    Collision replace(int index, Object leaf) {
        Object[] copy = leaves.clone();
        copy[index] = leaf;
        return new Collision(copy);
    }

    /** The slot that remains: a smaller collision, or the other leaf itself when there were two. */
    Object remove(int index) {
        if (leaves.length == 2) {
            return leaves[1 - index];
        }
        Object[] rest = Arrays.copyOf(leaves, leaves.length - 1);
        System.arraycopy(leaves, index + 1, rest, index, rest.length - index);
        return new Collision(rest);
    }

    <V> void forEach(Consumer<? super V> action) {
        for (Object leaf : leaves) {
            action.accept(TrieNode.leaf(leaf));
        }
    }
}
