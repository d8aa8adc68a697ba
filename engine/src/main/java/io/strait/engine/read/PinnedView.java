package io.strait.engine.read;

import io.strait.engine.publish.Version;
import io.strait.engine.record.AddressCache;
import io.strait.engine.state.State;

/** The state at a position that is pinned for as long as this view is reachable. */
final class PinnedView extends View {
    private final Version version;

    PinnedView(State state, AddressCache addresses, Version version) {
        super(state, addresses);
        this.version = version;
    }

    @Override
    long position() {
        return version.positionAcquire();
    }

    @Override
    boolean validate(long position) {
        return true;
    }

    @Override
    boolean isPinned() {
        return true;
    }

    @Override
    View pinned() {
        return this;
    }

    @Override
    Object holder() {
        return version;
    }
}
