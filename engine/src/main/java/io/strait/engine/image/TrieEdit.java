package io.strait.engine.image;

import java.util.Arrays;

/**
 * Edits of single nodes: in place if the node was born in the given generation (nobody but the
 * writer can have seen it), else on a copy born in it, as with the transients of Clojure's
 * persistent maps. Each returns the edited node, which the caller hangs where the old one was.
 */
final class TrieEdit {
    private TrieEdit() {}

    /**
     * A root for a lone leaf or collision; level zero by convention, to have one shape per content.
     */
    static <V> TrieNode<V> lone(Object slot, long key, long generation) {
        return new TrieNode<>(prefixOf(key, 0), 0, 1 << (int) key, new Object[] {slot}, generation);
    }

    /** A node over two slots, branching at the highest group in which their keys differ. */
    static <V> TrieNode<V> branch(
            Object slotA, long keyA, Object slotB, long keyB, long generation) {
        int highestBit = Long.SIZE - 1 - Long.numberOfLeadingZeros(keyA ^ keyB);
        int shift = highestBit - highestBit % TrieNode.BITS_PER_LEVEL;
        boolean inOrder = Long.compareUnsigned(keyA, keyB) < 0;
        return new TrieNode<>(
                prefixOf(keyA, shift),
                shift,
                1 << (int) (keyA >>> shift) | 1 << (int) (keyB >>> shift),
                inOrder ? new Object[] {slotA, slotB} : new Object[] {slotB, slotA},
                generation);
    }

    /** Puts in the place of a slot what became of it. */
    static <V> TrieNode<V> setSlot(
            TrieNode<V> node, int bit, Object slot, int sizeDelta, long generation) {
        TrieNode<V> edited = node;
        if (node.generation != generation) {
            Object[] slots = Arrays.copyOf(node.slots, padded(node.slotCount()));
            edited = new TrieNode<>(node, slots, generation);
        }
        int index = edited.indexOf(bit);
        if (edited.slots[index] != slot) { // a child edited in place needs no store, no card mark
            edited.slots[index] = slot;
            edited.branches =
                    slot instanceof TrieNode ? edited.branches | bit : edited.branches & ~bit;
        }
        edited.size += sizeDelta;
        return edited;
    }

    /** Adds a leaf in a branch that was free. */
    static <V> TrieNode<V> insertSlot(TrieNode<V> node, int bit, V leaf, long generation) {
        int index = node.indexOf(bit);
        int count = node.slotCount();
        boolean owned = node.generation == generation;
        Object[] from = node.slots;
        Object[] to = from;
        if (!owned || count == from.length) {
            to = new Object[owned ? grown(count) : padded(count + 1)];
            System.arraycopy(from, 0, to, 0, index);
        }
        if (index < count) { // who appends is spared the call
            System.arraycopy(from, index, to, index + 1, count - index);
        }
        to[index] = leaf;
        TrieNode<V> edited = owned ? node : new TrieNode<>(node, to, generation);
        edited.slots = to;
        edited.bitmap |= bit;
        edited.size++;
        return edited;
    }

    /**
     * Removes a leaf's slot from a node of two or more; from a node of two the other slot remains,
     * in the node's stead.
     */
    static <V> Object removeSlot(TrieNode<V> node, int bit, long generation) {
        int index = node.indexOf(bit);
        int count = node.slotCount() - 1;
        boolean owned = node.generation == generation;
        Object[] from = node.slots;
        if (count == 1) {
            return from[1 - index];
        }
        Object[] to = from;
        if (!owned || count <= from.length / 4) {
            to = new Object[padded(count)];
            System.arraycopy(from, 0, to, 0, index);
        }
        System.arraycopy(from, index + 1, to, index, count - index);
        if (to == from) {
            to[count] = null; // or the array would keep the last slot from the collector
        }
        TrieNode<V> edited = owned ? node : new TrieNode<>(node, to, generation);
        edited.slots = to;
        edited.bitmap &= ~bit;
        edited.size--;
        return edited;
    }

    /** The next even number: with four-byte references the odd slot would be padding anyway. */
    private static int padded(int count) {
        return count + 1 & ~1;
    }

    /** Room for half as many slots again, so that inserting in place is amortised. */
    private static int grown(int count) {
        return Math.min(TrieNode.MAX_BRANCHES, padded(count + 1 + count / 2));
    }

    private static long prefixOf(long key, int shift) {
        return key & -1L << shift << TrieNode.BITS_PER_LEVEL;
    }
}
