package io.strait.engine.image;

import java.util.Arrays;

/**
 * Where tries get their nodes from, and where nodes go that are no longer part of one. For the
 * thread that edits the tries.
 *
 * <p>A node that was never published is free at once. One that was published is still reached from
 * older images, so it goes through a quarantine: so many others must have gone before it. What a
 * snapshot holds, which is valid for ever, is left to the garbage collector; whoever reads without
 * a snapshot looks at the {@link Horizon} afterwards, which is raised before anything is used
 * again, and reads once more if it was overtaken.
 *
 * <p>Generations tell which image leads to which node: a node that was born in generation b and
 * retired in r is reached from the images of generations b to r - 1, and from no other.
 */
public final class NodePool {
    /** How many nodes must be retired after one before it is used again. */
    private static final int QUARANTINE = 4_096;

    private static final int RELEASED_AT_ONCE = 64;

    /** More free ones than this, of one capacity, are left to the collector. */
    private static final int MAX_FREE = 4_096;

    private static final int CAPACITIES = TrieNode.MAX_BRANCHES / 2;

    private final Horizon horizon;
    private final int quarantineSize;
    private final NodeStack[] free = new NodeStack[CAPACITIES];
    private final RetiredNodes retired = new RetiredNodes();
    private final RetiredNodes quarantine = new RetiredNodes();

    private NodePool(Horizon horizon, int quarantineSize) {
        this.horizon = horizon;
        this.quarantineSize = quarantineSize;
        for (int i = 0; i < CAPACITIES; i++) {
            free[i] = new NodeStack();
        }
    }

    /**
     * A pool that leaves all that was published to the garbage collector.
     *
     * @return a pool
     */
    public static NodePool keepingNone() {
        return new NodePool(null, 0);
    }

    /**
     * A pool that uses nodes again.
     *
     * @return a pool
     */
    public static NodePool recycling() {
        return recycling(QUARANTINE);
    }

    /** As {@link #recycling()}, with a quarantine of so many nodes. */
    static NodePool recycling(int quarantineSize) {
        return new NodePool(new Horizon(), quarantineSize);
    }

    /** See {@link StateImage#isIntact}. */
    boolean isIntact(long imageGeneration) {
        return horizon == null || horizon.isIntact(imageGeneration);
    }

    /** A node with as many vacant slots, or one more; the rest of it is to be filled. */
    @SuppressWarnings("unchecked") // it holds nothing of any type
    <V> TrieNode<V> take(int slotCount, long generation) {
        int index = slotCount - 1 >> 1; // with four-byte references the odd slot would be padding
        NodeStack stack = free[index];
        if (stack.isEmpty()) {
            release();
        }
        TrieNode<V> node =
                stack.isEmpty() ? new TrieNode<>(index + 1 << 1) : (TrieNode<V>) stack.pop();
        node.generation = generation;
        return node;
    }

    /** Takes a node that the present generation's tries do not lead to any more. */
    void retire(TrieNode<?> node, long generation) {
        if (node.generation == generation) {
            free(node);
        } else if (horizon != null) {
            retired.add(node, generation);
        }
    }

    /** Makes what was retired so far usable again, after a while: see {@link StateImage}. */
    void reclaim(long newestCaptured) {
        while (!retired.isEmpty()) {
            long generation = retired.oldestGeneration();
            TrieNode<?> node = retired.remove();
            if (node.generation > newestCaptured) {
                quarantine.add(node, generation);
            }
        }
    }

    /** Ends the quarantine of some nodes, if there are enough in it. */
    private void release() {
        int count = Math.min(RELEASED_AT_ONCE, quarantine.size() - quarantineSize);
        if (count > 0) {
            horizon.raise(quarantine.generation(count - 1));
            for (int i = 0; i < count; i++) {
                free(quarantine.remove());
            }
        }
    }

    private void free(TrieNode<?> node) {
        int index = (node.slots.length >> 1) - 1;
        if (free[index].size() < MAX_FREE) {
            // Or a free node would keep what it held from the collector.
            Arrays.fill(node.slots, 0, node.slotCount(), null);
            free[index].push(node);
        }
    }
}
