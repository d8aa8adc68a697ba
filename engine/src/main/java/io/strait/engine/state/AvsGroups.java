package io.strait.engine.state;

import io.strait.api.domain.Address;
import io.strait.engine.image.Keys;
import io.strait.engine.image.LongTrie;
import io.strait.engine.image.Row;
import io.strait.engine.image.TrieNode;

/**
 * Rows of some table grouped by AVS, each group in the table's order. A group that runs empty goes.
 */
final class AvsGroups<V> {
    private final Keys keys;
    private final Generation generation;
    private final IdTable<TrieNode<Row<V>>, Group<V>> groups;

    AvsGroups(Keys keys, Generation generation) {
        this.keys = keys;
        this.generation = generation;
        this.groups = new IdTable<>(generation, EntryIndex.ofEntriesThatGo());
    }

    /** The first row of a group, or null. */
    Row<V> first(Address avs) {
        Group<V> group = find(avs);
        return group == null ? null : group.rows.root().first();
    }

    void add(Address avs, Row<V> row) {
        Group<V> group = find(avs);
        if (group == null) {
            LongTrie<Row<V>> rows = new LongTrie<>(Row::order);
            rows.insert(row, generation.current());
            groups.add(new Group<>(rows, keys.of(avs.hash64()), avs));
        } else {
            group.rows.insert(row, generation.current());
            publish(group);
        }
    }

    void replace(Address avs, Row<V> last, Row<V> next) {
        Group<V> group = find(avs);
        group.rows.replace(last, next, generation.current());
        publish(group);
    }

    void remove(Address avs, Row<V> row) {
        Group<V> group = find(avs);
        group.rows.remove(row, generation.current());
        if (group.rows.root().size() == 0) {
            groups.remove(group);
        } else {
            publish(group);
        }
    }

    TrieNode<Row<TrieNode<Row<V>>>> image() {
        return groups.rowsByKey();
    }

    private Group<V> find(Address avs) {
        return groups.find(keys.of(avs.hash64()), avs);
    }

    /** A root that was edited in place is in its row already. */
    private void publish(Group<V> group) {
        if (group.value() != group.rows.root()) {
            groups.update(group, group.rowOf(group.rows.root()));
        }
    }

    private static final class Group<V> extends Entry<TrieNode<Row<V>>> {
        private final LongTrie<Row<V>> rows;

        Group(LongTrie<Row<V>> rows, long key, Address avs) {
            super(new Row<>(key, 0, avs, rows.root()), avs);
            this.rows = rows;
        }

        Row<TrieNode<Row<V>>> rowOf(TrieNode<Row<V>> root) {
            return new Row<>(key(), 0, id(), root);
        }
    }
}
