package io.strait.engine.state;

import io.strait.engine.image.Row;

/**
 * One thing as the writer finds it: its present row, and its place in the lists that the rules
 * need. Owned by the writer.
 */
class Entry<V> {
    private final long key;
    private final Object id;
    private Row<V> row;
    private Entry<V> sameKey;

    /** The queue that holds this entry, if any, and its neighbours there; kept by the queue. */
    AgeQueue<V> queue;

    Entry<V> older;
    Entry<V> newer;

    Entry(Row<V> row, Object id) {
        this.key = row.key();
        this.id = id;
        this.row = row;
    }

    final long key() {
        return key;
    }

    final Object id() {
        return id;
    }

    final Row<V> row() {
        return row;
    }

    final V value() {
        return row.value();
    }

    final void row(Row<V> next) {
        row = next;
    }

    final Entry<V> sameKey() {
        return sameKey;
    }

    final void sameKey(Entry<V> next) {
        sameKey = next;
    }
}
