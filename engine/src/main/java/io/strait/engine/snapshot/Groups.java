package io.strait.engine.snapshot;

import io.strait.api.domain.Address;
import io.strait.api.internal.Require;
import io.strait.engine.image.Keys;
import io.strait.engine.image.Row;
import io.strait.engine.image.TrieNode;

/** Reading of rows that are grouped by AVS. */
final class Groups {
    private Groups() {}

    /** The rows of an AVS; none when it has no group. */
    static <V> TrieNode<Row<V>> rows(
            Keys keys, TrieNode<Row<TrieNode<Row<V>>>> groups, Address avs) {
        Require.notNull("avs", avs);
        Row<TrieNode<Row<V>>> group = Row.find(groups, keys.of(avs.hash64()), avs);
        return group == null ? TrieNode.empty() : group.value();
    }
}
