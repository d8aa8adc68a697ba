package io.strait.bench.contestant;

import io.strait.api.domain.Performer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** The performers in a concurrent map; lists sort them by when they were first saved. */
class ConcurrentPerformers {
    private final ConcurrentMap<String, PerformerCell> cells;
    private final AtomicLong nextSequence = new AtomicLong();

    ConcurrentPerformers(MapSource maps, int expectedPerformers) {
        this.cells = maps.newMap(expectedPerformers);
    }

    final Performer get(String performerId) {
        PerformerCell cell = cells.get(performerId);
        return cell == null ? null : cell.get();
    }

    final void save(Performer performer) {
        PerformerCell cell = new PerformerCell(nextSequence.getAndIncrement(), performer);
        PerformerCell old = cells.putIfAbsent(performer.id(), cell);
        if (old == null) {
            becameKnown(cell);
        } else {
            old.set(performer);
        }
    }

    List<Performer> list() {
        List<PerformerCell> found = new ArrayList<>(cells.values());
        found.sort(Comparator.comparingLong(cell -> cell.sequence));
        List<Performer> performers = new ArrayList<>(found.size());
        found.forEach(cell -> performers.add(cell.get()));
        return Collections.unmodifiableList(performers);
    }

    /** Told of each new performer, once it can be found in the map. */
    void becameKnown(PerformerCell cell) {}
}
