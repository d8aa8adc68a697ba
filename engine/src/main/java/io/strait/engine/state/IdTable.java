package io.strait.engine.state;

import io.strait.engine.image.LongTrie;
import io.strait.engine.image.Row;
import io.strait.engine.image.TrieNode;

/**
 * Things by id: a map for the writer, and a trie of rows that is published to readers. Two ids may
 * have the same key: entries are told apart by their ids.
 */
class IdTable<V, E extends Entry<V>> {
    private final Generation generation;
    private final EntryIndex<E> index;
    private final LongTrie<Row<V>> byKey = new LongTrie<>(Row::key);
    private int size;

    IdTable(Generation generation, EntryIndex<E> index) {
        this.generation = generation;
        this.index = index;
    }

    final int size() {
        return size;
    }

    final Generation generation() {
        return generation;
    }

    final E find(long key, Object id) {
        E entry = index.get(key);
        while (entry != null && !entry.id().equals(id)) {
            entry = next(entry);
        }
        return entry;
    }

    void add(E entry) {
        entry.sameKey(index.put(entry.key(), entry));
        byKey.insert(entry.row(), generation.current());
        size++;
    }

    void update(E entry, Row<V> row) {
        byKey.replace(entry.row(), row, generation.current());
        entry.row(row);
    }

    void remove(E entry) {
        E first = index.get(entry.key());
        if (first != entry) {
            unchain(first, entry);
        } else if (entry.sameKey() == null) {
            index.remove(entry.key());
        } else {
            index.put(entry.key(), next(entry));
        }
        byKey.remove(entry.row(), generation.current());
        size--;
    }

    final TrieNode<Row<V>> rowsByKey() {
        return byKey.root();
    }

    private static <V> void unchain(Entry<V> first, Entry<V> entry) {
        Entry<V> before = first;
        while (before.sameKey() != entry) {
            before = before.sameKey();
        }
        before.sameKey(entry.sameKey());
    }

    /** All entries of a table are of its own type. */
    @SuppressWarnings("unchecked")
    private E next(E entry) {
        return (E) entry.sameKey();
    }
}
