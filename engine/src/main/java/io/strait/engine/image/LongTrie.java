package io.strait.engine.image;

import java.util.Objects;

/**
 * The writer's handle on a persistent ordered trie: the one way to make and change {@link
 * TrieNode}s. For one thread only; nothing blocks. An edit costs time and, at worst, allocation
 * proportional to the depth (13 nodes at most, about log<sub>32</sub> of the size for hashed or
 * dense keys).
 *
 * <p>Every edit names a <i>generation</i>. Nodes born in that very generation are edited in place,
 * all others are copied first, so a root taken before the generation was raised never changes. A
 * writer publishes {@link #root()} and uses a larger generation from then on; one that publishes
 * nothing may use the same one for ever, and has an ordinary mutable ordered map.
 *
 * @param <V> the type of the leaves: any but {@link TrieNode} and {@link Collision}
 */
public final class LongTrie<V> {
    private final LeafKey<? super V> leafKey;
    private TrieNode<V> root = TrieNode.empty();
    private long latestGeneration = Long.MIN_VALUE + 1; // no node edited is as old as the empty one

    /**
     * Makes an empty trie.
     *
     * @param leafKey tells the key that each leaf is filed under
     */
    public LongTrie(LeafKey<? super V> leafKey) {
        this.leafKey = Objects.requireNonNull(leafKey, "leafKey");
    }

    /**
     * The current root. It stays as it is once a larger generation is used; until then edits may
     * show through it. Does not allocate.
     *
     * @return the root, never null
     */
    public TrieNode<V> root() {
        return root;
    }

    /**
     * Adds a leaf, behind those that have the same key.
     *
     * @param leaf the new leaf
     * @param generation the current generation, never less than in earlier calls
     */
    public void insert(V leaf, long generation) {
        Objects.requireNonNull(leaf, "leaf");
        enter(generation);
        long key = leafKey.keyOf(leaf);
        setTop(insert(top(), key, leaf, generation), generation);
    }

    /**
     * Puts a leaf in the place of another that has the same key.
     *
     * @param oldLeaf the leaf to replace, found by identity
     * @param newLeaf the leaf to put in its place
     * @param generation the current generation, never less than in earlier calls
     * @throws IllegalArgumentException if the keys differ; nothing is changed
     * @throws IllegalStateException if {@code oldLeaf} is not there; nothing is changed
     */
    public void replace(V oldLeaf, V newLeaf, long generation) {
        Objects.requireNonNull(oldLeaf, "oldLeaf");
        Objects.requireNonNull(newLeaf, "newLeaf");
        enter(generation);
        long key = leafKey.keyOf(oldLeaf);
        long newKey = leafKey.keyOf(newLeaf);
        if (key != newKey) {
            throw new IllegalArgumentException(
                    "a replacement must have the same key: oldKey=" + key + " newKey=" + newKey);
        }
        setTop(replace(top(), key, oldLeaf, newLeaf, generation), generation);
    }

    /**
     * Removes a leaf.
     *
     * @param leaf the leaf to remove, found by identity
     * @param generation the current generation, never less than in earlier calls
     * @throws IllegalStateException if it is not there; nothing is changed
     */
    public void remove(V leaf, long generation) {
        Objects.requireNonNull(leaf, "leaf");
        enter(generation);
        long key = leafKey.keyOf(leaf);
        setTop(remove(top(), key, leaf, generation), generation);
    }

    private void enter(long generation) {
        assert generation >= latestGeneration
                : "generation=" + generation + " is less than latest=" + latestGeneration;
        latestGeneration = generation;
    }

    /** The root as a slot would hold it: null if empty, a lone leaf or collision unwrapped. */
    private Object top() {
        switch (root.slotCount()) {
            case 0:
                return null;
            case 1:
                return root.slots[0];
            default:
                return root;
        }
    }

    private void setTop(Object top, long generation) {
        if (top == null) {
            root = TrieNode.empty();
        } else if (top instanceof TrieNode) {
            root = TrieNode.node(top);
        } else {
            root = TrieEdit.lone(top, TrieSearch.<V>keyOf(top, leafKey), generation);
        }
    }

    private Object insert(Object slot, long key, V leaf, long generation) {
        if (slot == null) {
            return leaf;
        }
        if (slot instanceof TrieNode) {
            TrieNode<V> node = TrieNode.node(slot);
            return node.covers(key)
                    ? insertWithin(node, key, leaf, generation)
                    : TrieEdit.branch(node, node.prefix, leaf, key, generation);
        }
        long slotKey = TrieSearch.<V>keyOf(slot, leafKey);
        if (slotKey != key) {
            return TrieEdit.branch(slot, slotKey, leaf, key, generation);
        }
        return slot instanceof Collision collision
                ? collision.append(leaf)
                : new Collision(slot, leaf);
    }

    private TrieNode<V> insertWithin(TrieNode<V> node, long key, V leaf, long generation) {
        int bit = node.bitOf(key);
        if ((node.bitmap & bit) == 0) {
            return TrieEdit.insertSlot(node, bit, leaf, generation);
        }
        Object slot = node.slots[node.indexOf(bit)];
        Object edited = insert(slot, key, leaf, generation);
        return TrieEdit.setSlot(node, bit, edited, 1, generation);
    }

    private Object replace(Object slot, long key, V oldLeaf, V newLeaf, long generation) {
        if (slot instanceof TrieNode) {
            TrieNode<V> node = TrieNode.node(slot);
            int bit = presentBit(node, key);
            Object there = node.slots[node.indexOf(bit)];
            Object edited = replace(there, key, oldLeaf, newLeaf, generation);
            return TrieEdit.setSlot(node, bit, edited, 0, generation);
        }
        if (slot instanceof Collision collision) {
            return collision.replace(presentIndex(collision, oldLeaf, key), newLeaf);
        }
        requireSame(slot, oldLeaf, key);
        return newLeaf;
    }

    private Object remove(Object slot, long key, V leaf, long generation) {
        if (slot instanceof TrieNode) {
            TrieNode<V> node = TrieNode.node(slot);
            int bit = presentBit(node, key);
            Object there = node.slots[node.indexOf(bit)];
            Object edited = remove(there, key, leaf, generation);
            return edited == null
                    ? TrieEdit.removeSlot(node, bit, generation)
                    : TrieEdit.setSlot(node, bit, edited, -1, generation);
        }
        if (slot instanceof Collision collision) {
            return collision.remove(presentIndex(collision, leaf, key));
        }
        requireSame(slot, leaf, key);
        return null;
    }

    private static int presentBit(TrieNode<?> node, long key) {
        int bit = node.bitOf(key);
        if ((node.bitmap & bit) == 0) {
            throw absent(key);
        }
        return bit;
    }

    private static int presentIndex(Collision collision, Object leaf, long key) {
        int index = collision.indexOf(leaf);
        if (index < 0) {
            throw absent(key);
        }
        return index;
    }

    private static void requireSame(Object slot, Object leaf, long key) {
        if (slot != leaf) {
            throw absent(key);
        }
    }

    private static IllegalStateException absent(long key) {
        return new IllegalStateException("the leaf is not in the trie: key=" + key);
    }
}
