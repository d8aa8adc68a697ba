package io.strait.engine.read;

import io.strait.engine.arena.Horizon;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.publish.Publication;
import io.strait.engine.publish.Version;
import io.strait.engine.record.AddressCache;
import io.strait.engine.state.State;

/** The newest published state. */
public final class LiveView extends View {
    private final Publication publication;
    private final Lifecycle lifecycle;
    private final Horizon horizon;

    /** A view of what an engine publishes. */
    public LiveView(
            State state, AddressCache addresses, Publication publication, Lifecycle lifecycle) {
        super(state, addresses);
        this.publication = publication;
        this.lifecycle = lifecycle;
        this.horizon = state.horizon();
    }

    /** Throws when the engine is closed. */
    public void refuseWhenClosed() {
        position();
    }

    @Override
    long position() {
        Version version = publication.newestAcquire();
        if (version.isRetired()) {
            throw lifecycle.closed();
        }
        return version.positionAcquire();
    }

    @Override
    boolean validate(long position) {
        return horizon.validate(position);
    }

    @Override
    boolean isPinned() {
        return false;
    }

    @Override
    PinnedView pinned() {
        Version version = publication.pin();
        if (version.isRetired()) {
            throw lifecycle.closed();
        }
        return new PinnedView(state, addresses, version);
    }

    @Override
    Object holder() {
        return null;
    }
}
