package io.strait.engine.state;

import io.strait.engine.flat.FlatMemory;
import io.strait.engine.flat.RootNode;
import io.strait.engine.image.ChainHead;

/** The head that leads to all that is kept flat. */
final class RootsHead implements HeadSource {
    private final ChainHead head;
    private final RootNode roots;
    private boolean headUpdated;

    RootsHead(FlatMemory memory) {
        head = memory.head();
        roots = memory.roots();
    }

    /** Adds the head to the updates if there is anything new to see. */
    void addTo(HeadUpdates updates) {
        if (roots.takeChanged()) {
            updates.add(this);
        }
    }

    @Override
    public ChainHead head() {
        return head;
    }

    @Override
    public long headValue() {
        return roots.node();
    }

    @Override
    public boolean headUpdated() {
        return headUpdated;
    }

    @Override
    public void headUpdated(boolean value) {
        headUpdated = value;
    }
}
