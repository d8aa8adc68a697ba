package io.strait.engine.image;

/**
 * Edits of single nodes: in place if the node was born in the given generation (nobody but the
 * writer can have seen it), else on a copy born in it, as with the transients of Clojure's
 * persistent maps. Each returns the edited node, which the caller hangs where the old one was.
 */
final class TrieEdit {
    private final NodePool pool;

    TrieEdit(NodePool pool) {
        this.pool = pool;
    }

    /**
     * A root for a lone leaf or collision; level zero by convention, to have one shape per content.
     */
    <V> TrieNode<V> lone(Object slot, long key, long generation) {
        TrieNode<V> node = pool.take(1, generation);
        node.prefix = prefixOf(key, 0);
        node.shift = 0;
        node.bitmap = 1 << (int) key;
        node.branches = 0;
        node.size = TrieSearch.sizeOf(slot);
        node.slots[0] = slot;
        return node;
    }

    /** A node over two slots, branching at the highest group in which their keys differ. */
    <V> TrieNode<V> branch(Object slotA, long keyA, Object slotB, long keyB, long generation) {
        int highestBit = Long.SIZE - 1 - Long.numberOfLeadingZeros(keyA ^ keyB);
        int shift = highestBit - highestBit % TrieNode.BITS_PER_LEVEL;
        boolean inOrder = Long.compareUnsigned(keyA, keyB) < 0;
        int bitA = 1 << (int) (keyA >>> shift);
        int bitB = 1 << (int) (keyB >>> shift);
        TrieNode<V> node = pool.take(2, generation);
        node.prefix = prefixOf(keyA, shift);
        node.shift = shift;
        node.bitmap = bitA | bitB;
        node.branches =
                (slotA instanceof TrieNode ? bitA : 0) | (slotB instanceof TrieNode ? bitB : 0);
        node.size = TrieSearch.sizeOf(slotA) + TrieSearch.sizeOf(slotB);
        node.slots[0] = inOrder ? slotA : slotB;
        node.slots[1] = inOrder ? slotB : slotA;
        return node;
    }

    /** Puts in the place of a slot what became of it. */
    <V> TrieNode<V> setSlot(
            TrieNode<V> node, int bit, Object slot, int sizeDelta, long generation) {
        TrieNode<V> edited = node;
        if (node.generation != generation) {
            int count = node.slotCount();
            edited = pool.take(count, generation);
            edited.copyFrom(node);
            System.arraycopy(node.slots, 0, edited.slots, 0, count);
            pool.retire(node, generation);
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
    <V> TrieNode<V> insertSlot(TrieNode<V> node, int bit, V leaf, long generation) {
        int index = node.indexOf(bit);
        int count = node.slotCount();
        boolean owned = node.generation == generation;
        TrieNode<V> edited = node;
        if (owned && count < node.slots.length) {
            if (index < count) { // who appends is spared the call
                System.arraycopy(node.slots, index, node.slots, index + 1, count - index);
            }
        } else {
            TrieNode<V> other = pool.take(owned ? grown(count) : count + 1, generation);
            System.arraycopy(node.slots, 0, other.slots, 0, index);
            System.arraycopy(node.slots, index, other.slots, index + 1, count - index);
            edited = moved(node, other, generation);
        }
        edited.slots[index] = leaf;
        edited.bitmap |= bit;
        edited.size++;
        return edited;
    }

    /**
     * Removes a leaf's slot from a node of two or more; from a node of two the other slot remains,
     * in the node's stead.
     */
    <V> Object removeSlot(TrieNode<V> node, int bit, long generation) {
        int index = node.indexOf(bit);
        int count = node.slotCount() - 1;
        if (count == 1) {
            Object rest = node.slots[1 - index];
            pool.retire(node, generation);
            return rest;
        }
        boolean owned = node.generation == generation;
        TrieNode<V> edited = node;
        if (owned && count > node.slots.length / 4) {
            System.arraycopy(node.slots, index + 1, node.slots, index, count - index);
            node.slots[count] = null; // or the array would keep the last slot from the collector
        } else {
            TrieNode<V> other = pool.take(count, generation);
            System.arraycopy(node.slots, 0, other.slots, 0, index);
            System.arraycopy(node.slots, index + 1, other.slots, index, count - index);
            edited = moved(node, other, generation);
        }
        edited.bitmap &= ~bit;
        edited.size--;
        return edited;
    }

    /**
     * The node with the other one's slots, which are filled already: the first one if it can be
     * edited in place, so that its parent need not be told, or else the other.
     */
    private <V> TrieNode<V> moved(TrieNode<V> node, TrieNode<V> other, long generation) {
        other.copyFrom(node);
        if (node.generation != generation) {
            pool.retire(node, generation);
            return other;
        }
        Object[] vacated = node.slots;
        node.slots = other.slots;
        other.slots = vacated;
        pool.retire(other, generation);
        return node;
    }

    /** Room for half as many slots again, so that inserting in place is amortised. */
    private static int grown(int count) {
        return Math.min(TrieNode.MAX_BRANCHES, count + 1 + count / 2);
    }

    private static long prefixOf(long key, int shift) {
        return key & -1L << shift << TrieNode.BITS_PER_LEVEL;
    }
}
