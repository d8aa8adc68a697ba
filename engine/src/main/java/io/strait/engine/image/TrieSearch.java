package io.strait.engine.image;

import java.util.function.Consumer;

/** Searches by order and by position. Stateless; none allocates. */
final class TrieSearch {
    private TrieSearch() {}

    static <V> V get(TrieNode<V> root, int index) {
        TrieNode<V> node = root;
        int rest = index;
        while (node.size != node.slotCount()) {
            Object[] slots = node.slots;
            int i = 0;
            int size = sizeOf(slots[0]);
            while (rest >= size) {
                rest -= size;
                size = sizeOf(slots[++i]);
            }
            Object slot = slots[i];
            if (!(slot instanceof TrieNode)) {
                return TrieNode.leaf(
                        slot instanceof Collision collision ? collision.leaf(rest) : slot);
            }
            node = TrieNode.node(slot);
        }
        return TrieNode.leaf(node.slots[rest]); // one leaf per slot: the position is the index
    }

    static int sizeOf(Object slot) {
        if (slot instanceof TrieNode<?> node) {
            return node.size;
        }
        return slot instanceof Collision collision ? collision.size() : 1;
    }

    static <V> V floor(TrieNode<V> root, long key, LeafKey<? super V> leafKey) {
        Object slot = root.size == 0 ? null : root;
        Object before = null; // the nearest slot that lies wholly before the path to the key
        while (slot instanceof TrieNode) {
            TrieNode<V> node = TrieNode.node(slot);
            int side = node.sideOf(key);
            if (side != 0) {
                return lastOf(side > 0 ? node : before);
            }
            int bit = node.bitOf(key);
            int index = node.indexOf(bit);
            if (index > 0) {
                before = node.slots[index - 1];
            }
            slot = (node.bitmap & bit) == 0 ? null : node.slots[index];
        }
        boolean within = slot != null && Long.compareUnsigned(keyOf(slot, leafKey), key) <= 0;
        return lastOf(within ? slot : before);
    }

    static <V> V ceiling(TrieNode<V> root, long key, LeafKey<? super V> leafKey) {
        Object slot = root.size == 0 ? null : root;
        Object after = null; // the nearest slot that lies wholly after the path to the key
        while (slot instanceof TrieNode) {
            TrieNode<V> node = TrieNode.node(slot);
            int side = node.sideOf(key);
            if (side != 0) {
                return firstOf(side < 0 ? node : after);
            }
            int bit = node.bitOf(key);
            int index = node.indexOf(bit);
            boolean present = (node.bitmap & bit) != 0;
            int next = present ? index + 1 : index;
            if (next < node.slotCount()) {
                after = node.slots[next];
            }
            slot = present ? node.slots[index] : null;
        }
        boolean within = slot != null && Long.compareUnsigned(keyOf(slot, leafKey), key) >= 0;
        return firstOf(within ? slot : after);
    }

    static <V> void forEachFrom(
            TrieNode<V> node, long key, LeafKey<? super V> leafKey, Consumer<? super V> action) {
        int side = node.sideOf(key);
        if (side < 0) {
            node.forEach(action);
        }
        if (side != 0) {
            return;
        }
        int bit = node.bitOf(key);
        int index = node.indexOf(bit);
        if ((node.bitmap & bit) != 0) {
            Object slot = node.slots[index++];
            if (slot instanceof TrieNode) {
                forEachFrom(TrieNode.<V>node(slot), key, leafKey, action);
            } else if (Long.compareUnsigned(TrieSearch.<V>keyOf(slot, leafKey), key) >= 0) {
                TrieNode.visit(slot, action);
            }
        }
        for (int count = node.slotCount(); index < count; index++) {
            TrieNode.visit(node.slots[index], action);
        }
    }

    /** The key of a leaf, or the one that all leaves of a collision share. */
    static <V> long keyOf(Object slot, LeafKey<? super V> leafKey) {
        return leafKey.keyOf(
                TrieNode.<V>leaf(slot instanceof Collision collision ? collision.leaf(0) : slot));
    }

    static <V> V firstOf(Object slot) {
        Object at = slot;
        while (at instanceof TrieNode<?> node) {
            at = node.slots[0];
        }
        return TrieNode.leaf(at instanceof Collision collision ? collision.leaf(0) : at);
    }

    static <V> V lastOf(Object slot) {
        Object at = slot;
        while (at instanceof TrieNode<?> node) {
            at = node.slots[node.slotCount() - 1];
        }
        if (at instanceof Collision collision) {
            at = collision.leaf(collision.size() - 1);
        }
        return TrieNode.leaf(at);
    }
}
