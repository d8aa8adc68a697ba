package io.strait.engine.state;

import org.agrona.collections.Long2ObjectHashMap;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;

/**
 * The writer's way from a key to an entry: a primitive-keyed map from each key to the entries that
 * share it, chained. Which map depends on how the table lives: see {@code
 * docs/decisions/0003-primitive-maps.md}.
 */
abstract class EntryIndex<E> {
    /** For tables whose entries come to stay. */
    static <E> EntryIndex<E> ofEntriesThatStay() {
        return new EclipseEntryIndex<>();
    }

    /** For tables whose entries come and go. */
    static <E> EntryIndex<E> ofEntriesThatGo() {
        return new AgronaEntryIndex<>();
    }

    abstract E get(long key);

    abstract E put(long key, E entry);

    abstract void remove(long key);

    private static final class EclipseEntryIndex<E> extends EntryIndex<E> {
        private final LongObjectHashMap<E> entries = new LongObjectHashMap<>();

        @Override
        E get(long key) {
            return entries.get(key);
        }

        @Override
        E put(long key, E entry) {
            return entries.put(key, entry);
        }

        @Override
        void remove(long key) {
            entries.remove(key);
        }
    }

    private static final class AgronaEntryIndex<E> extends EntryIndex<E> {
        private final Long2ObjectHashMap<E> entries = new Long2ObjectHashMap<>();

        @Override
        E get(long key) {
            return entries.get(key);
        }

        @Override
        E put(long key, E entry) {
            return entries.put(key, entry);
        }

        @Override
        void remove(long key) {
            entries.remove(key);
        }
    }
}
