package io.strait.bench.contestant;

import java.util.concurrent.ConcurrentMap;

/** Makes concurrent maps of one sort. */
interface MapSource {
    /** An empty map with room for so many. */
    <K, V> ConcurrentMap<K, V> newMap(int expectedCount);
}
