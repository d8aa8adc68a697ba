package io.strait.engine.image;

import java.util.Optional;

/**
 * One thing as readers find it: its id, its place in the order, and its value. Immutable; a change
 * makes a new row. Carries its value's {@link Optional} so that a read by key need not allocate
 * one.
 *
 * @param <V> the value's type
 */
public class Row<V> {
    final long key;
    final long order;
    final Object id;
    final V value;
    final Optional<V> optional;

    /**
     * A row.
     *
     * @param key the key of the id
     * @param order its place in the order of its table
     * @param id the id, by which equal keys are told apart
     * @param value the value
     */
    public Row(long key, long order, Object id, V value) {
        this.key = key;
        this.order = order;
        this.id = id;
        this.value = value;
        this.optional = Optional.of(value);
    }

    /**
     * The key of the id.
     *
     * @return the key under which it is looked up
     */
    public final long key() {
        return key;
    }

    /**
     * The place in the order of its table.
     *
     * @return the key under which it is listed
     */
    public final long order() {
        return order;
    }

    /**
     * The value.
     *
     * @return never null
     */
    public final V value() {
        return value;
    }

    /**
     * The value as an optional.
     *
     * @return the same object each time
     */
    public final Optional<V> optional() {
        return optional;
    }

    /**
     * Finds the row of an id. Allocates nothing.
     *
     * @param <V> the value's type
     * @param rows a trie of rows by key
     * @param key the key of the id
     * @param id the id
     * @return the row, or null
     */
    @SuppressWarnings("unchecked")
    public static <V> Row<V> find(TrieNode<Row<V>> rows, long key, Object id) {
        Object candidate = rows.candidate(key);
        if (candidate instanceof Row<?> row) {
            return row.key == key && row.id.equals(id) ? (Row<V>) row : null;
        }
        return candidate == null ? null : findAmong((Collision) candidate, key, id);
    }

    @SuppressWarnings("unchecked")
    private static <V> Row<V> findAmong(Collision collision, long key, Object id) {
        for (int i = 0; i < collision.size(); i++) {
            Row<V> row = (Row<V>) collision.leaf(i);
            if (row.key == key && row.id.equals(id)) {
                return row;
            }
        }
        return null;
    }
}
