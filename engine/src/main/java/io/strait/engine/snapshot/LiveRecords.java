package io.strait.engine.snapshot;

import io.strait.api.domain.Address;
import io.strait.engine.flat.RecordReads;
import io.strait.engine.flat.StateReads;
import io.strait.engine.image.ChainHead;
import io.strait.engine.lifecycle.Lifecycle;
import java.util.List;
import java.util.Optional;

/** The records as they are published now, in the way of {@link LiveTasks}. */
final class LiveRecords extends Records {
    private static final int TRIES = 2;

    private final Publication publication;
    private final Lifecycle lifecycle;
    private final StateReads reads;

    LiveRecords(Publication publication, Lifecycle lifecycle) {
        this.publication = publication;
        this.lifecycle = lifecycle;
        this.reads = publication.live();
    }

    @Override
    <V> Optional<V> get(Table<V> table, long hash64, Object id) {
        RecordReads<V> from = table.in(reads);
        while (true) {
            Optional<V> read = get(from, position(), hash64, id);
            if (read != null) {
                return read;
            }
            Thread.onSpinWait();
        }
    }

    @Override
    <V> List<V> list(Table<V> table, Address avs) {
        RecordReads<V> from = table.in(reads);
        for (int i = 0; i < TRIES; i++) {
            long position = position();
            long roots = reads.head().readAt(position);
            if (roots != ChainHead.LAPPED) {
                List<V> read = list(from, avs, roots, position);
                if (read != null) {
                    return read;
                }
            }
        }
        return new CapturedRecords(LiveRoot.captured(publication, lifecycle)).list(table, avs);
    }

    /** Null when it was overtaken. */
    private static <V> Optional<V> get(RecordReads<V> from, long position, long hash64, Object id) {
        Optional<V> read;
        try {
            read = from.get(position, hash64, id);
        } catch (RuntimeException e) {
            throwIfStanding(from, position, e);
            return null;
        }
        return from.stands(position) ? read : null;
    }

    /** Null when it was overtaken. */
    private static <V> List<V> list(RecordReads<V> from, Address avs, long roots, long position) {
        List<V> read;
        try {
            read = list(from, roots, position, avs);
        } catch (RuntimeException e) {
            throwIfStanding(from, position, e);
            return null;
        }
        return from.stands(position) ? read : null;
    }

    /** What an overtaken reader comes upon means nothing. */
    private static void throwIfStanding(RecordReads<?> from, long position, RuntimeException e) {
        if (from.stands(position)) {
            throw e;
        }
    }

    private long position() {
        return LiveRoot.of(publication, lifecycle).positionAcquire();
    }
}
