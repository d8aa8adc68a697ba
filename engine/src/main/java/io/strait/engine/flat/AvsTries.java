package io.strait.engine.flat;

import io.strait.api.domain.Address;
import java.util.function.IntFunction;

/**
 * Tasks grouped by AVS: a trie of groups, each a node whose one slot has the root of the group's
 * tasks in their order. A group that runs empty goes. An AVS is known by its tasks, so that two
 * with the same key are told apart. Writer thread only.
 */
final class AvsTries {
    private final FlatMemory memory;
    private final Nodes nodes;
    private final FlatTrie byOrder;
    private final IntFunction<Address> avsOf;
    private final FlatTrie groups;
    private final GroupMatch groupMatch = new GroupMatch();
    private long nextGroup;

    /** The group that was found last, which nothing but this class changes; or none. */
    private Address lastAvs;

    private int lastGroup;

    AvsTries(FlatMemory memory, FlatTrie byOrder, IntFunction<Address> avsOf) {
        this.memory = memory;
        this.nodes = memory.nodes;
        this.byOrder = byOrder;
        this.avsOf = avsOf;
        this.groups = new FlatTrie(memory.nodeStore, new GroupKeys());
    }

    /** The first task of a group, or {@link Blocks#NONE}. */
    int first(int root, Address avs) {
        int group = find(root, avs);
        return group == Blocks.NONE ? Blocks.NONE : byOrder.first(nodes.slot(group, 0));
    }

    /** Adds a task to the group of its AVS, and returns the new root. */
    int insert(int root, int cell) {
        Address avs = avsOf.apply(cell);
        int group = find(root, avs);
        if (group == Blocks.NONE) {
            int made = memory.nodeStore.make(keyOf(avs));
            nodes.tag(made, nextGroup++);
            nodes.slot(made, 0, Slot.ofLeaf(cell));
            nodes.size(made, 1);
            remember(avs, made);
            return groups.insert(root, made);
        }
        return put(root, group, byOrder.insert(nodes.slot(group, 0), cell), 1);
    }

    /** Removes a task from the group of its AVS, and returns the new root. */
    int remove(int root, int cell) {
        int group = find(root, avsOf.apply(cell));
        if (nodes.size(group) == 1) {
            int left = groups.remove(root, group);
            memory.nodeStore.drop(group);
            remember(null, Blocks.NONE);
            return left;
        }
        return put(root, group, byOrder.remove(nodes.slot(group, 0), cell), -1);
    }

    /** Puts a task in the place of another of its AVS and order, and returns the new root. */
    int replace(int root, int cell, int next) {
        int group = find(root, avsOf.apply(cell));
        return put(root, group, byOrder.replace(nodes.slot(group, 0), cell, next), 0);
    }

    private int put(int root, int group, int tasks, int sizeDelta) {
        int owned = memory.nodeStore.owned(group);
        nodes.slot(owned, 0, tasks);
        nodes.addSize(owned, sizeDelta);
        lastGroup = owned; // of the AVS that it was just found by
        return owned == group ? root : groups.replace(root, group, owned);
    }

    private int find(int root, Address avs) {
        if (avs.equals(lastAvs)) {
            return lastGroup;
        }
        groupMatch.avs = avs;
        int found = groups.find(root, keyOf(avs), groupMatch);
        if (found != Blocks.NONE) {
            remember(avs, found);
        }
        return found;
    }

    private void remember(Address avs, int group) {
        lastAvs = avs;
        lastGroup = group;
    }

    private long keyOf(Address avs) {
        return memory.keys.of(avs.hash64());
    }

    private final class GroupMatch implements LeafMatch {
        private Address avs;

        @Override
        public boolean matches(int group) {
            return avsOf.apply(byOrder.first(nodes.slot(group, 0))).equals(avs);
        }
    }

    private final class GroupKeys implements LeafKeys {
        @Override
        public long keyOf(int group) {
            return nodes.prefix(group);
        }

        @Override
        public long orderOf(int group) {
            return nodes.tag(group);
        }
    }
}
