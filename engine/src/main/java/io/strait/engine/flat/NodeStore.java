package io.strait.engine.flat;

/** The writer's way to nodes: makes them, copies those that are published, lets them go. */
final class NodeStore extends Reclaimer {
    final Nodes nodes;
    private final Epoch epoch;

    NodeStore(Nodes nodes, Epoch epoch, Pins pins, Horizon horizon, int quarantine) {
        super(nodes, pins, horizon, quarantine);
        this.nodes = nodes;
        this.epoch = epoch;
    }

    /** A node without slots. */
    int make(long prefix) {
        int node = take();
        nodes.clear(node, prefix);
        return node;
    }

    /** A node with the same content that may be edited: the very one if it is not published. */
    int owned(int node) {
        if (nodes.born(node) == epoch.batch()) {
            return node;
        }
        int copy = take();
        nodes.copy(node, copy);
        retire(node, epoch.batch());
        return copy;
    }

    /** Lets a node go that the next image does not show. */
    void drop(int node) {
        if (nodes.born(node) == epoch.batch()) {
            nodes.free(node);
        } else {
            retire(node, epoch.batch());
        }
    }

    @Override
    int listOf(Pin pin) {
        return pin.nodes;
    }

    @Override
    void listOf(Pin pin, int first) {
        pin.nodes = first;
    }

    private int take() {
        int reclaimed = reclaim(epoch.published());
        int node = reclaimed == Blocks.NONE ? nodes.take() : reclaimed;
        nodes.born(node, epoch.batch());
        return node;
    }
}
