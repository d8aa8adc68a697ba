package io.strait.bench.contestant;

import io.strait.api.domain.Performer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The performers in a concurrent map, with a skip list for the order in which they were first
 * saved. Map and list are changed one after the other.
 */
final class IndexedConcurrentPerformers extends ConcurrentPerformers {
    private final ConcurrentSkipListMap<Long, PerformerCell> order = new ConcurrentSkipListMap<>();

    IndexedConcurrentPerformers(MapSource maps, int expectedPerformers) {
        super(maps, expectedPerformers);
    }

    @Override
    List<Performer> list() {
        List<Performer> performers = new ArrayList<>(order.size());
        order.forEach((sequence, cell) -> performers.add(cell.get()));
        return Collections.unmodifiableList(performers);
    }

    @Override
    void becameKnown(PerformerCell cell) {
        order.put(cell.sequence, cell);
    }
}
