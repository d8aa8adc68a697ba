package io.strait.engine.image;

/**
 * A position in a trie that moves forward leaf by leaf: amortised constant time per leaf, no
 * allocation after construction. Whoever moves it counts the leaves, so it has no end of its own.
 * For one thread.
 *
 * @param <S> the type of the leaves
 */
public final class TrieCursor<S> {
    private static final int MAX_LEVELS = 13;

    private final TrieNode<?>[] path;
    private final int[] nextSlot; // per node of the path
    private int depth;
    private Collision collision; // the one being visited, if any
    private int nextInCollision;

    /** A cursor for any trie, to be told where to begin. */
    public TrieCursor() {
        path = new TrieNode<?>[MAX_LEVELS];
        nextSlot = new int[MAX_LEVELS];
    }

    /** Stands before the leaf at an index, which is less than the size or, if both are 0, equal. */
    TrieCursor(TrieNode<S> root, int index) {
        int levels = root.shift / TrieNode.BITS_PER_LEVEL + 1; // no path is longer
        path = new TrieNode<?>[levels];
        nextSlot = new int[levels];
        path[0] = root;
        skip(index);
    }

    /**
     * Stands before the first leaf of a trie.
     *
     * @param root the root of one that is no longer edited
     */
    public void begin(TrieNode<S> root) {
        path[0] = root;
        nextSlot[0] = 0;
        depth = 0;
        collision = null;
    }

    /**
     * Goes on to the next leaf.
     *
     * @return the leaf; there is one
     */
    public S next() {
        if (collision != null) {
            return nextOfCollision();
        }
        while (true) {
            TrieNode<?> node = path[depth];
            int at = nextSlot[depth];
            if (at == node.slotCount()) {
                depth--;
                continue;
            }
            nextSlot[depth] = at + 1;
            Object slot = node.slots[at];
            if (slot instanceof TrieNode<?> child) {
                descend(child);
            } else if (slot instanceof Collision entered) {
                collision = entered;
                nextInCollision = 0;
                return nextOfCollision();
            } else {
                return TrieNode.leaf(slot);
            }
        }
    }

    private S nextOfCollision() {
        Object leaf = collision.leaf(nextInCollision++);
        if (nextInCollision == collision.size()) {
            collision = null;
        }
        return TrieNode.leaf(leaf);
    }

    private void skip(int leaves) {
        int rest = leaves;
        while (rest > 0) {
            Object slot = path[depth].slots[nextSlot[depth]++];
            int size = TrieSearch.sizeOf(slot);
            if (rest >= size) {
                rest -= size;
            } else if (slot instanceof TrieNode<?> child) {
                descend(child);
            } else {
                collision = (Collision) slot; // a single leaf would have been skipped whole
                nextInCollision = rest;
                return;
            }
        }
    }

    private void descend(TrieNode<?> child) {
        depth++;
        path[depth] = child;
        nextSlot[depth] = 0;
    }
}
