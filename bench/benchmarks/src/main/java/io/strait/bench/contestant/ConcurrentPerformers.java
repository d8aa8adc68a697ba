package io.strait.bench.contestant;

import io.strait.api.domain.Performer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The performers in a concurrent map, with a skip list for the order in which they were first
 * saved.
 */
final class ConcurrentPerformers {
    private final ConcurrentMap<String, AtomicReference<Performer>> cells;
    private final ConcurrentSkipListMap<Long, AtomicReference<Performer>> order =
            new ConcurrentSkipListMap<>();
    private final AtomicLong nextSequence = new AtomicLong();

    ConcurrentPerformers(MapSource maps, int expectedPerformers) {
        this.cells = maps.newMap(expectedPerformers);
    }

    Performer get(String performerId) {
        AtomicReference<Performer> cell = cells.get(performerId);
        return cell == null ? null : cell.get();
    }

    void save(Performer performer) {
        AtomicReference<Performer> cell = new AtomicReference<>(performer);
        AtomicReference<Performer> old = cells.putIfAbsent(performer.id(), cell);
        if (old == null) {
            order.put(nextSequence.getAndIncrement(), cell);
        } else {
            old.set(performer);
        }
    }

    List<Performer> list() {
        List<Performer> performers = new ArrayList<>(order.size());
        order.forEach((sequence, cell) -> performers.add(cell.get()));
        return Collections.unmodifiableList(performers);
    }
}
