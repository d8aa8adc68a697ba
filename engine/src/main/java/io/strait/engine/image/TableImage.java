package io.strait.engine.image;

import java.util.List;
import java.util.Optional;

/**
 * A table as published: by key, and in order.
 *
 * @param byKey the rows by the key of their id
 * @param byOrder the rows by their place in the order
 * @param <V> the values' type
 */
public record TableImage<V>(TrieNode<Row<V>> byKey, TrieNode<Row<V>> byOrder) {
    /**
     * The value of an id. Allocates nothing.
     *
     * @param key the key of the id
     * @param id the id
     * @return the value, or nothing
     */
    public Optional<V> get(long key, Object id) {
        Row<V> row = Row.find(byKey, key, id);
        return row == null ? Optional.empty() : row.optional();
    }

    /**
     * All values, in order. Constant time.
     *
     * @return an immutable list
     */
    public List<V> list() {
        return values(byOrder);
    }

    /**
     * The values of a trie of rows, in its order. Constant time.
     *
     * @param <V> the values' type
     * @param rows the rows
     * @return an immutable list
     */
    public static <V> List<V> values(TrieNode<Row<V>> rows) {
        return new TrieList<>(rows, Row::value);
    }
}
