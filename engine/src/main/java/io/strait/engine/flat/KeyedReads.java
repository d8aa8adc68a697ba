package io.strait.engine.flat;

import io.strait.api.domain.Address;

/** Reads of what is found from the node of roots: by id, and by AVS. */
abstract class KeyedReads extends FlatReads {
    KeyedReads(FlatMemory memory, boolean captured) {
        super(memory, captured);
    }

    /** Whether what is stored in a cell, which begins in its array there, has this id. */
    abstract boolean hasId(long[] chunk, int cellAt, int cell, Object id);

    /** The AVS of what is stored in a cell. */
    abstract Address avs(int cell);

    /** The root in one of the slots of the node of roots. */
    final int root(long roots, int index) {
        return roots <= 0
                ? Slot.EMPTY
                : Nodes.slot(memory.nodes.chunksAcquire(), (int) roots, index);
    }

    /** The root of the cells of an AVS. */
    final int group(long roots, int byAvsRoot, long position, Address avs) {
        if (roots <= 0) {
            return Slot.EMPTY;
        }
        int[][] nodes = memory.nodes.chunksAcquire();
        long key = memory.keys.of(avs.hash64());
        int slot = descend(nodes, Nodes.slot(nodes, (int) roots, byAvsRoot), key);
        return group(nodes, slot, avs, 0, position);
    }

    /** The root of the group of an AVS at or below a slot. */
    private int group(int[][] nodes, int slot, Address avs, int depth, long position) {
        if (slot == Slot.EMPTY || depth > Slot.LEVELS + 1) {
            return Slot.EMPTY;
        }
        if (Slot.isLeaf(slot)) {
            int cells = Nodes.slot(nodes, Slot.leaf(slot), 0);
            int first = first(nodes, cells);
            return first != Blocks.NONE && avs.equals(avs(first)) ? cells : Slot.EMPTY;
        }
        int node = Slot.node(slot);
        requireStanding(position);
        int found = Slot.EMPTY;
        for (int rest = Nodes.bitmap(nodes, node);
                rest != 0 && found == Slot.EMPTY;
                rest &= rest - 1) {
            int next = Nodes.slot(nodes, node, Integer.numberOfTrailingZeros(rest));
            found = group(nodes, next, avs, depth + 1, position);
        }
        return found;
    }

    private static int first(int[][] nodes, int root) {
        int slot = root;
        for (int depth = 0; slot > 0 && depth <= Slot.LEVELS; depth++) {
            int node = Slot.node(slot);
            int digit = Integer.numberOfTrailingZeros(Nodes.bitmap(nodes, node));
            slot = digit == Nodes.BRANCHES ? Slot.EMPTY : Nodes.slot(nodes, node, digit);
        }
        return Slot.isLeaf(slot) ? Slot.leaf(slot) : Blocks.NONE;
    }
}
