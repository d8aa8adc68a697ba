package io.strait.engine.flat;

/**
 * Edits of persistent ordered tries of ints over 64-bit keys, each known by its root's slot: the
 * shape of {@code image.LongTrie}, in arrays of primitives. Keys are ordered as unsigned numbers;
 * leaves of one key come in an order of their own. The shape depends on the contents alone. Each
 * edit returns the new root and leaves whatever is published as it is. Writer thread only;
 * allocates only when there are more nodes than ever before.
 */
final class FlatTrie {
    private final NodeStore store;
    private final Nodes nodes;
    private final LeafKeys keys;
    private final FlatTrie twins;
    private final NearNodes near;

    /**
     * Tries whose leaves are filed under these keys, and under their order where keys are equal.
     */
    FlatTrie(NodeStore store, LeafKeys keys) {
        this.store = store;
        this.nodes = store.nodes;
        this.keys = keys;
        this.twins = new FlatTrie(store, new OrderKeys(keys), null);
        this.near = new NearNodes(store.epoch);
    }

    private FlatTrie(NodeStore store, LeafKeys keys, FlatTrie twins) {
        this.store = store;
        this.nodes = store.nodes;
        this.keys = keys;
        this.twins = twins;
        this.near = new NearNodes(store.epoch);
    }

    /** Tries whose leaves never have equal keys. */
    static FlatTrie ofUniqueKeys(NodeStore store, LeafKeys keys) {
        return new FlatTrie(store, keys, null);
    }

    /** How many leaves a trie has. */
    int size(int slot) {
        return slot == Slot.EMPTY ? 0 : Slot.isLeaf(slot) ? 1 : nodes.size(Slot.node(slot));
    }

    /**
     * What stands where a key would be: a leaf's slot, that of a node of twins, or nothing. No key
     * is compared on the way, so it may be that of another key.
     */
    int candidate(int root, long key) {
        int node = near.find(root, key);
        if (node != Blocks.NONE) {
            return nodes.slot(node, Slot.digit(key, 0));
        }
        int slot = root;
        while (isBranch(slot)) {
            slot = nodes.slot(Slot.node(slot), Slot.digit(key, Slot.level(slot)));
        }
        return slot;
    }

    /** The leaf under a key that matches, or {@link Blocks#NONE}. */
    int find(int root, long key, LeafMatch match) {
        return match(candidate(root, key), match);
    }

    private int match(int slot, LeafMatch match) {
        if (Slot.isLeaf(slot)) {
            return match.matches(Slot.leaf(slot)) ? Slot.leaf(slot) : Blocks.NONE;
        }
        int found = Blocks.NONE;
        if (slot != Slot.EMPTY) {
            int node = Slot.node(slot);
            for (int rest = nodes.bitmap(node);
                    rest != 0 && found == Blocks.NONE;
                    rest &= rest - 1) {
                found = match(nodes.slot(node, Integer.numberOfTrailingZeros(rest)), match);
            }
        }
        return found;
    }

    /** The leaf with the smallest key; the trie is not empty. */
    int first(int root) {
        int slot = root;
        while (!Slot.isLeaf(slot)) {
            int node = Slot.node(slot);
            slot = nodes.slot(node, Integer.numberOfTrailingZeros(nodes.bitmap(node)));
        }
        return Slot.leaf(slot);
    }

    /** The leaf with the largest key; the trie is not empty. */
    int last(int root) {
        int slot = root;
        while (!Slot.isLeaf(slot)) {
            int node = Slot.node(slot);
            slot = nodes.slot(node, highest(nodes.bitmap(node)));
        }
        return Slot.leaf(slot);
    }

    /** The leaf with the largest key below a key, of unique ones, or {@link Blocks#NONE}. */
    int lower(int slot, long key) {
        if (slot == Slot.EMPTY) {
            return Blocks.NONE;
        }
        if (Slot.isLeaf(slot)) {
            int leaf = Slot.leaf(slot);
            return Long.compareUnsigned(keys.keyOf(leaf), key) < 0 ? leaf : Blocks.NONE;
        }
        int node = Slot.node(slot);
        int level = Slot.level(slot);
        if (!covers(node, level, key)) {
            return Long.compareUnsigned(nodes.prefix(node), key) < 0 ? last(slot) : Blocks.NONE;
        }
        int digit = Slot.digit(key, level);
        int found = lower(nodes.slot(node, digit), key);
        int below = nodes.bitmap(node) & (1 << digit) - 1;
        return found == Blocks.NONE && below != 0 ? last(nodes.slot(node, highest(below))) : found;
    }

    /** Visits the leaves from a key on, of unique ones, in order. */
    void forEachFrom(int slot, long key, CellVisitor visitor) {
        if (Slot.isLeaf(slot)) {
            if (Long.compareUnsigned(keys.keyOf(Slot.leaf(slot)), key) >= 0) {
                visitor.visit(Slot.leaf(slot));
            }
        } else if (slot != Slot.EMPTY) {
            int node = Slot.node(slot);
            int level = Slot.level(slot);
            if (covers(node, level, key)) {
                int digit = Slot.digit(key, level);
                forEachFrom(nodes.slot(node, digit), key, visitor);
                for (int rest = nodes.bitmap(node) & -2 << digit; rest != 0; rest &= rest - 1) {
                    forEach(nodes.slot(node, Integer.numberOfTrailingZeros(rest)), visitor);
                }
            } else if (Long.compareUnsigned(nodes.prefix(node), key) > 0) {
                forEach(slot, visitor);
            }
        }
    }

    /** Visits all leaves, in order. */
    void forEach(int slot, CellVisitor visitor) {
        if (Slot.isLeaf(slot)) {
            visitor.visit(Slot.leaf(slot));
        } else if (slot != Slot.EMPTY) {
            int node = Slot.node(slot);
            for (int rest = nodes.bitmap(node); rest != 0; rest &= rest - 1) {
                forEach(nodes.slot(node, Integer.numberOfTrailingZeros(rest)), visitor);
            }
        }
    }

    /** Adds a leaf, and returns the new root. */
    int insert(int root, int leaf) {
        return edit(root, keys.keyOf(leaf), Blocks.NONE, leaf, 1);
    }

    /** Removes a leaf, which is there, and returns the new root. */
    int remove(int root, int leaf) {
        return edit(root, keys.keyOf(leaf), leaf, Blocks.NONE, -1);
    }

    /** Puts a leaf in the place of another of the same key and order, and returns the new root. */
    int replace(int root, int leaf, int next) {
        return edit(root, keys.keyOf(leaf), leaf, next, 0);
    }

    /** Takes out a leaf, puts one in, or both. */
    private int edit(int root, long key, int gone, int come, int sizeDelta) {
        int node = near.find(root, key);
        if (node != Blocks.NONE && isInPlace(node, key, gone, come)) {
            nodes.slot(node, Slot.digit(key, 0), leafSlot(come));
            nodes.addSize(Slot.node(root), sizeDelta);
            return root;
        }
        return isEnd(root, key, gone, come)
                ? newRoot(root, key, gone, come, sizeDelta)
                : editBelow(root, key, gone, come, sizeDelta);
    }

    /** Whether a node of the lowest level changes in one slot, and nothing above it changes. */
    private boolean isInPlace(int node, long key, int gone, int come) {
        return nodes.slot(node, Slot.digit(key, 0)) == leafSlot(gone)
                && (come != Blocks.NONE || Integer.bitCount(nodes.bitmap(node)) > 2);
    }

    /** On one way down: what it comes by, it owns. */
    private int editBelow(int root, long key, int gone, int come, int sizeDelta) {
        int ownedRoot = owned(root);
        nodes.addSize(Slot.node(ownedRoot), sizeDelta);
        int slot = ownedRoot;
        boolean atEnd;
        do {
            int node = Slot.node(slot);
            int level = Slot.level(slot);
            int digit = Slot.digit(key, level);
            int below = nodes.slot(node, digit);
            atEnd = isEnd(below, key, gone, come);
            slot = atEnd ? edited(below, key, gone, come) : owned(below);
            nodes.slot(node, digit, slot);
            if (level == 0) { // which is at the end
                near.add(ownedRoot, key, node);
            }
        } while (!atEnd);
        return ownedRoot;
    }

    /** Another root; as such it knows how many leaves there are. */
    private int newRoot(int root, long key, int gone, int come, int sizeDelta) {
        int size = size(root) + sizeDelta;
        int slot = edited(root, key, gone, come);
        if (!isBranch(slot)) {
            return slot;
        }
        int ownedRoot = owned(slot);
        nodes.size(Slot.node(ownedRoot), size);
        return ownedRoot;
    }

    /** Whether something else takes the place of what a slot has, and not the same node, edited. */
    private boolean isEnd(int slot, long key, int gone, int come) {
        if (!isBranch(slot)) {
            return true;
        }
        int node = Slot.node(slot);
        int level = Slot.level(slot);
        return gone == Blocks.NONE
                ? !covers(node, level, key)
                : come == Blocks.NONE && isOneOfTwo(node, Slot.digit(key, level));
    }

    /** Whether a node has a leaf under a digit, and one other slot. */
    private boolean isOneOfTwo(int node, int digit) {
        return Integer.bitCount(nodes.bitmap(node)) == 2 && Slot.isLeaf(nodes.slot(node, digit));
    }

    /** What takes the place of a slot where the way down ends. */
    private int edited(int slot, long key, int gone, int come) {
        if (gone == Blocks.NONE) {
            return with(slot, key, come);
        }
        if (Slot.isLeaf(slot)) {
            requireSame(slot, gone);
            return leafSlot(come);
        }
        if (isBranch(slot)) {
            int digit = Slot.digit(key, Slot.level(slot));
            requireSame(nodes.slot(Slot.node(slot), digit), gone);
            return lastOther(Slot.node(slot), digit);
        }
        return editTwins(slot, gone, come);
    }

    private int with(int slot, long key, int leaf) {
        if (slot == Slot.EMPTY) {
            return Slot.ofLeaf(leaf);
        }
        long slotKey =
                Slot.isLeaf(slot) ? keys.keyOf(Slot.leaf(slot)) : nodes.prefix(Slot.node(slot));
        return slotKey == key ? addTwin(slot, key, leaf) : branch(slot, slotKey, leaf, key);
    }

    private int owned(int slot) {
        return Slot.ofNode(store.owned(Slot.node(slot)), Slot.level(slot));
    }

    /** Of two slots the other one remains, in the node's stead. */
    private int lastOther(int node, int digit) {
        int other = Integer.numberOfTrailingZeros(nodes.bitmap(node) & ~(1 << digit));
        int slot = nodes.slot(node, other);
        drop(node);
        return slot;
    }

    /** A node over a slot and a leaf, at the highest digit in which their keys differ. */
    private int branch(int slot, long slotKey, int leaf, long key) {
        int highestBit = Long.SIZE - 1 - Long.numberOfLeadingZeros(slotKey ^ key);
        int level = highestBit / Nodes.BITS;
        int node = store.make(key & -1L << level * Nodes.BITS << Nodes.BITS);
        nodes.slot(node, Slot.digit(slotKey, level), slot);
        nodes.slot(node, Slot.digit(key, level), Slot.ofLeaf(leaf));
        return Slot.ofNode(node, level);
    }

    private int addTwin(int slot, long key, int leaf) {
        int twinsNode;
        if (Slot.isLeaf(slot)) {
            twinsNode = store.make(key);
            nodes.slot(twinsNode, 0, slot);
            nodes.size(twinsNode, 1);
        } else {
            twinsNode = store.owned(Slot.node(slot));
        }
        nodes.slot(twinsNode, 0, twins.insert(nodes.slot(twinsNode, 0), leaf));
        nodes.addSize(twinsNode, 1);
        return Slot.ofNode(twinsNode, Slot.TWINS);
    }

    private int editTwins(int slot, int gone, int come) {
        int node = Slot.node(slot);
        int edited =
                come == Blocks.NONE
                        ? twins.remove(nodes.slot(node, 0), gone)
                        : twins.replace(nodes.slot(node, 0), gone, come);
        if (Slot.isLeaf(edited)) {
            drop(node);
            return edited;
        }
        int owned = store.owned(node);
        nodes.slot(owned, 0, edited);
        nodes.addSize(owned, come == Blocks.NONE ? -1 : 0);
        return Slot.ofNode(owned, Slot.TWINS);
    }

    /** Whether a leaf with this key belongs at or below the node. */
    private boolean covers(int node, int level, long key) {
        // Two shifts, because at the top level one of 65 bits would wrap round to a shift of one.
        return (key ^ nodes.prefix(node)) >>> level * Nodes.BITS >>> Nodes.BITS == 0;
    }

    private void drop(int node) {
        store.drop(node);
        near.clear();
    }

    /** The slot of a leaf, or an empty one. */
    private static int leafSlot(int leaf) {
        return leaf == Blocks.NONE ? Slot.EMPTY : Slot.ofLeaf(leaf);
    }

    private static int highest(int bitmap) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bitmap);
    }

    private static boolean isBranch(int slot) {
        return slot > 0 && Slot.level(slot) < Slot.LEVELS;
    }

    private static void requireSame(int slot, int leaf) {
        if (Slot.leaf(slot) != leaf) {
            throw new IllegalStateException("the leaf is not in the trie: " + leaf);
        }
    }

    /** Files leaves under their order. */
    private record OrderKeys(LeafKeys keys) implements LeafKeys {
        @Override
        public long keyOf(int leaf) {
            return keys.orderOf(leaf);
        }

        @Override
        public long orderOf(int leaf) {
            throw new IllegalStateException("two leaves have the same order: " + leaf);
        }
    }
}
