package io.strait.engine.read;

import io.strait.api.domain.Address;
import io.strait.engine.index.Elements;
import io.strait.engine.index.VersionedLong;
import io.strait.engine.record.AddressCache;
import io.strait.engine.state.State;
import io.strait.engine.state.TaskTable;
import java.lang.ref.Reference;

/**
 * The state as of a position: the newest one, asked for anew by each read ({@link LiveView}), or
 * the one that a snapshot has pinned ({@link PinnedView}). A live read stores nothing that others
 * see: it validates afterwards, and reads again at a newer position when the writer has used again
 * what it was looking at. One that was invalidated often pins a position instead. For any thread.
 */
abstract class View {
    private static final int ATTEMPTS = 4;

    final State state;
    final AddressCache addresses;

    /** Tasks in lists. */
    final Elements tasks = new TaskElements();

    /** Tasks' records in lists. */
    final Elements taskRecords = new TaskRecordElements();

    View(State state, AddressCache addresses) {
        this.state = state;
        this.addresses = addresses;
    }

    /** The position to read at. */
    abstract long position();

    /** Whether what was read at a position is true. */
    abstract boolean validate(long position);

    /** Whether the position is pinned. */
    abstract boolean isPinned();

    /** A view of the newest position, pinned. */
    abstract View pinned();

    /** What keeps the position pinned; null where nothing does. */
    abstract Object holder();

    /** Reads something; allocates nothing itself. */
    final <K, R> R read(Read<K, R> read, K key, long number) {
        for (int i = 0; i < ATTEMPTS || isPinned(); i++) {
            long position = position();
            try {
                R result = read.at(this, position, key, number);
                if (result != null && validate(position)) {
                    return result;
                }
            } catch (RuntimeException e) {
                throwIfValid(position, e);
            } finally {
                Reference.reachabilityFence(holder());
            }
            Thread.onSpinWait();
        }
        return pinned().read(read, key, number);
    }

    /** Reads a number, or {@link VersionedLong#LAPPED} for none; allocates nothing. */
    final <K> long readNumber(NumberRead<K> read, K key, long number) {
        for (int i = 0; i < ATTEMPTS || isPinned(); i++) {
            long position = position();
            try {
                long result = read.at(this, position, key, number);
                if (result != VersionedLong.LAPPED && validate(position)) {
                    return result;
                }
            } catch (RuntimeException e) {
                throwIfValid(position, e);
            } finally {
                Reference.reachabilityFence(holder());
            }
            Thread.onSpinWait();
        }
        return pinned().readNumber(read, key, number);
    }

    final int hash(Address avs) {
        return addresses.of(avs).hash(state.keys());
    }

    final int hash(Address avs, long number) {
        return addresses.of(avs).hash(state.keys(), number);
    }

    /** What a reader that was invalidated comes upon means nothing. */
    private void throwIfValid(long position, RuntimeException e) {
        if (validate(position)) {
            throw e;
        }
    }

    /**
     * A read at a position. What it returns counts only if the position is valid afterwards; null
     * when it has found out itself that it is not. Captures nothing, so that it is made once.
     */
    interface Read<K, R> {
        R at(View view, long position, K key, long number);
    }

    /** A read of a number. */
    interface NumberRead<K> {
        long at(View view, long position, K key, long number);
    }

    private final class TaskElements implements Elements {
        @Override
        public Object element(int cell, long position) {
            return tasks().taskAt(cell, position).get();
        }

        @Override
        public boolean validate(long position) {
            return View.this.validate(position);
        }
    }

    private final class TaskRecordElements implements Elements {
        @Override
        public Object element(int cell, long position) {
            return tasks().taskRecordAt(cell, position).get();
        }

        @Override
        public boolean validate(long position) {
            return View.this.validate(position);
        }
    }

    private TaskTable tasks() {
        return state.tasks();
    }
}
