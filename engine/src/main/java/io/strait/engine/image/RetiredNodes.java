package io.strait.engine.image;

/**
 * Nodes in the order in which they were retired, each with its generation of that. Allocates only
 * to hold more than ever before.
 */
final class RetiredNodes {
    private TrieNode<?>[] nodes = new TrieNode<?>[64];
    private long[] generations = new long[64];
    private long added;
    private long removed;

    boolean isEmpty() {
        return added == removed;
    }

    int size() {
        return (int) (added - removed);
    }

    void add(TrieNode<?> node, long generation) {
        if (size() == nodes.length) {
            grow();
        }
        int index = indexOf(added++);
        nodes[index] = node;
        generations[index] = generation;
    }

    /** In which generation the oldest one was retired. */
    long oldestGeneration() {
        return generation(0);
    }

    /** In which generation the one was retired that follows after so many. */
    long generation(int after) {
        return generations[indexOf(removed + after)];
    }

    TrieNode<?> remove() {
        int index = indexOf(removed++);
        TrieNode<?> node = nodes[index];
        nodes[index] = null;
        return node;
    }

    private void grow() {
        TrieNode<?>[] grownNodes = new TrieNode<?>[2 * nodes.length];
        long[] grownGenerations = new long[grownNodes.length];
        int size = size();
        for (int i = 0; i < size; i++) {
            grownNodes[i] = nodes[indexOf(removed + i)];
            grownGenerations[i] = generation(i);
        }
        nodes = grownNodes;
        generations = grownGenerations;
        removed = 0;
        added = size;
    }

    private int indexOf(long number) {
        return (int) number & nodes.length - 1;
    }
}
