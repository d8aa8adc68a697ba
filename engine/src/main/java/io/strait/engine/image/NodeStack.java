package io.strait.engine.image;

import java.util.Arrays;

/** Free nodes of one capacity. Allocates only to hold more than ever before. */
final class NodeStack {
    private TrieNode<?>[] nodes = new TrieNode<?>[16];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void push(TrieNode<?> node) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * size);
        }
        nodes[size++] = node;
    }

    /** Leaves the place as it is: a free node that is taken again is in use, or free again. */
    TrieNode<?> pop() {
        return nodes[--size];
    }
}
