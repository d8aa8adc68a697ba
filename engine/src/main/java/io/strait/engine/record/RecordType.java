package io.strait.engine.record;

import io.strait.engine.bytes.Keys;

/**
 * What is to be known of one kind of records to keep them in a table: how long they are and what
 * they are found by. A record is given as its words, in an array from an index on. Stateless, for
 * any thread.
 *
 * @param <V> the record as an object
 */
public abstract class RecordType<V> {
    RecordType() {}

    /** How many words a record has. */
    public abstract int wordCount(long[] words, int at);

    /** The hash of a record's key. */
    public abstract int keyHash(Keys keys, long[] words, int at);

    /** Whether two records have the same key. */
    public abstract boolean hasKeyOf(long[] words, int at, long[] other, int otherAt);

    /** Whether a record has a key that is given as an object. Allocates nothing. */
    public abstract boolean hasKey(long[] words, int at, Object key);

    /** Whether a key is that of an object. */
    public abstract boolean isKeyOf(V value, Object key);

    /** Makes an object of a record. */
    public abstract V decode(long[] words, int at);
}
