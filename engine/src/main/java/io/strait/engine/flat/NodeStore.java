package io.strait.engine.flat;

/** The writer's way to nodes: makes them, copies those that are published, lets them go. */
final class NodeStore extends Reclaimer {
    final Nodes nodes;

    NodeStore(Nodes nodes, Epoch epoch, Pins pins, Horizon horizon, int quarantine) {
        super(nodes, epoch, pins, horizon, quarantine);
        this.nodes = nodes;
    }

    /** A node without slots. */
    int make(long prefix) {
        int node = take();
        nodes.clear(node, prefix);
        return node;
    }

    /** A node with the same content that may be edited: the very one if it is not published. */
    int owned(int node) {
        if (isUnpublished(node)) {
            return node;
        }
        int copy = take();
        nodes.copy(node, copy);
        retire(node, epoch.batch());
        return copy;
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
