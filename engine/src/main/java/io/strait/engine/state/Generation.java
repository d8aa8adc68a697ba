package io.strait.engine.state;

import io.strait.engine.image.NodePool;

/**
 * Which nodes of the tries the writer may still edit in place: those born in the present
 * generation. Each image that is taken ends a generation.
 */
final class Generation {
    private final NodePool nodes = NodePool.recycling();
    private long current = 1;

    /** Where the nodes of all tries of these generations come from and go to. */
    NodePool nodes() {
        return nodes;
    }

    long current() {
        return current;
    }

    void end() {
        current++;
    }
}
