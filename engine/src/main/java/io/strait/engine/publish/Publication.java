package io.strait.engine.publish;

import io.strait.engine.access.Fields;
import io.strait.engine.state.State;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Where the writer publishes and everybody else finds the newest position. A batch becomes visible
 * with one store: that of the present version's position, or, when a snapshot has pinned that, of a
 * new version.
 */
public final class Publication {
    private static final VarHandle NEWEST = Fields.handle(MethodHandles.lookup(), "newest");

    private final State state;

    /** The writer's own reference to the version, which it need not load with acquire. */
    private Version own = new Version(0, false);

    private Version newest = own;

    /** Made beforehand: a close may find no memory. */
    private final Version retired = new Version(0, true);

    /** Publishes an empty state. To be handed to other threads by safe publication. */
    public Publication(State state) {
        this.state = state;
    }

    /** Publishes a state that was recovered. Before anybody else sees it. */
    public void startAt(long position) {
        own.begin(position);
        state.published(position);
    }

    /**
     * Publishes a batch. Writer thread only. Allocates nothing unless a snapshot has pinned the
     * version.
     *
     * @return false when there was nothing new, or the publication is retired
     */
    public boolean publish(long position) {
        Version last = own;
        if (position == last.positionAcquire() || isRetiredAcquire()) {
            return false;
        }
        if (last.advance(position)) {
            state.published(position);
            return true;
        }
        Version next = new Version(position, false);
        boolean stored = NEWEST.compareAndSet(this, last, next);
        if (stored) {
            own = next;
        }
        if (last.seal()) {
            // Before the next batch begins: what it lets go must be kept.
            state.pin(last.positionAcquire(), last);
        }
        if (stored) {
            state.published(position);
        }
        return stored;
    }

    /** Whether a batch is published, also when its publication failed. Writer thread only. */
    public boolean hasPublished(long position) {
        return own.positionAcquire() >= position;
    }

    /**
     * Refuses live reads from now on; snapshots stay. Any thread; idempotent. A compare-and-set,
     * paired with {@link #newestAcquire}: a writer that was given up cannot publish over it. The
     * position is pinned first, so that the writer cannot advance it any more either: it knows of
     * each batch whether that became visible.
     */
    public synchronized void retire() {
        Version last = newestAcquire();
        while (!last.isRetired()) {
            if (last.pin()) {
                retired.begin(last.positionAcquire());
                if (NEWEST.compareAndSet(this, last, retired)) {
                    return;
                }
            }
            last = newestAcquire();
        }
    }

    /** Whether live reads are refused. Any thread. */
    public boolean isRetiredAcquire() {
        return newestAcquire().isRetired();
    }

    /** The position of the last published write. Any thread, also after {@link #retire}. */
    public long positionAcquire() {
        return newestAcquire().positionAcquire();
    }

    /** The newest version. Pairs with the stores in {@link #publish}. Any thread. */
    public Version newestAcquire() {
        return (Version) NEWEST.getAcquire(this);
    }

    /** The newest version, pinned; a retired one when live reads are refused. Any thread. */
    public Version pin() {
        Version version = newestAcquire();
        while (!version.isRetired() && !version.pin()) {
            // Another one was published meanwhile.
            version = newestAcquire();
        }
        return version;
    }
}
