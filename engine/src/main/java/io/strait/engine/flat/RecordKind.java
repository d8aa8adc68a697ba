package io.strait.engine.flat;

import io.strait.api.domain.Address;
import io.strait.engine.word.WordBuffer;

/**
 * What distinguishes the records of one table from those of others: how they are known, and what
 * their words mean. A record is given as its words, in an array from an index on, and as the object
 * that it came as, or null. For any thread.
 *
 * @param <V> the records' type
 */
public abstract class RecordKind<V> {
    private static final int NO_ROOT = -1;

    /** The one of {@link CellIndexes} that finds them by their ids. */
    final int index;

    final int byOrderRoot;
    final int byAvsRoot;

    RecordKind(int index, int byOrderRoot) {
        this(index, byOrderRoot, NO_ROOT);
    }

    RecordKind(int index, int byOrderRoot, int byAvsRoot) {
        this.index = index;
        this.byOrderRoot = byOrderRoot;
        this.byAvsRoot = byAvsRoot;
    }

    final boolean isGrouped() {
        return byAvsRoot != NO_ROOT;
    }

    /** The hash of a record's id. */
    abstract long hash64(V value);

    /** The hash of the id of a record that comes as words. */
    abstract long hash64(long[] words, int at);

    /** How many words a record has. */
    abstract int wordCount(long[] words, int at);

    /** Adds the words that are kept beside an object. */
    void addWords(V value, WordBuffer target) {}

    /** Whether a record has this id, which is an object. */
    abstract boolean hasId(long[] stored, int storedAt, V value, Object id);

    /** Whether a record has the id of another one, which comes as words. */
    abstract boolean hasIdOf(long[] stored, int storedAt, V value, long[] words, int at);

    /** The record of words as an object, newly allocated. */
    abstract V decode(long[] words, int at);

    /** The AVS of a record of a kind that is grouped. */
    Address avs(long[] stored, int storedAt, V value) {
        throw new IllegalStateException("these records are not grouped by AVS");
    }
}
