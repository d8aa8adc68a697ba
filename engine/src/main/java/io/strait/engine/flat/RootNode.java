package io.strait.engine.flat;

/**
 * The node that has the roots of all tries: what is published of the flat state is its number.
 * Writer thread only.
 */
public final class RootNode {
    private final NodeStore store;
    private final Nodes nodes;
    private int node;
    private boolean changed;

    RootNode(NodeStore store) {
        this.store = store;
        nodes = store.nodes;
        node = store.make(0);
    }

    /**
     * What is to be published.
     *
     * @return the number of the node
     */
    public int node() {
        return node;
    }

    /**
     * Whether there is anything to be published since this was last asked.
     *
     * @return true when the roots are others, or lead to something else
     */
    public boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    int get(int index) {
        return nodes.slot(node, index);
    }

    void set(int index, int slot) {
        if (nodes.slot(node, index) != slot) {
            node = store.owned(node);
            nodes.slot(node, index, slot);
            changed = true;
        }
    }
}
