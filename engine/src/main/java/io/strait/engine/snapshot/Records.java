package io.strait.engine.snapshot;

import io.strait.api.domain.Address;
import io.strait.engine.flat.RecordReads;
import io.strait.engine.flat.StateReads;
import java.util.List;
import java.util.Optional;

/** Where a view finds records: as they are now, or as of a captured root. */
abstract class Records {
    /** The record of an id; allocates nothing when it came as an object. */
    abstract <V> Optional<V> get(Table<V> table, long hash64, Object id);

    /** All records of a table, in their order, newly listed. */
    final <V> List<V> list(Table<V> table) {
        return list(table, null);
    }

    /** Those of an AVS, or all when it is null. */
    abstract <V> List<V> list(Table<V> table, Address avs);

    static <V> List<V> list(RecordReads<V> reads, long roots, long position, Address avs) {
        int root = avs == null ? reads.all(roots) : reads.ofAvs(roots, position, avs);
        return reads.list(root, position);
    }

    /** Names the reads of one kind. */
    interface Table<V> {
        RecordReads<V> in(StateReads reads);
    }
}
