package io.strait.bench.contestant;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The tasks in a concurrent map, with the pending ones in skip lists ordered by when they were
 * saved, all and by AVS. Map and lists are changed one after the other.
 */
final class IndexedConcurrentTasks extends ConcurrentTasks {
    private final ConcurrentSkipListMap<Long, Task> pending = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<Address, ConcurrentSkipListMap<Long, Task>> pendingByAvs;

    IndexedConcurrentTasks(MapSource maps, int expectedTasks) {
        super(maps, expectedTasks);
        this.pendingByAvs = maps.newMap(16);
    }

    @Override
    List<Task> listPending() {
        return copyOf(pending);
    }

    @Override
    List<Task> listPendingForAvs(Address avs) {
        ConcurrentSkipListMap<Long, Task> ofAvs = pendingByAvs.get(avs);
        return ofAvs == null ? List.of() : copyOf(ofAvs);
    }

    @Override
    void becamePending(TaskCell cell) {
        pending.put(cell.sequence, cell.task);
        pendingOf(cell.task.avs()).put(cell.sequence, cell.task);
        if (!cell.isPending()) {
            // somebody found it in the map and moved it on before it was in the lists
            leftPending(cell);
        }
    }

    @Override
    void leftPending(TaskCell cell) {
        pending.remove(cell.sequence);
        pendingOf(cell.task.avs()).remove(cell.sequence);
    }

    private ConcurrentSkipListMap<Long, Task> pendingOf(Address avs) {
        // asked first: computeIfAbsent may lock although the list is there
        ConcurrentSkipListMap<Long, Task> ofAvs = pendingByAvs.get(avs);
        return ofAvs != null
                ? ofAvs
                : pendingByAvs.computeIfAbsent(avs, unknown -> new ConcurrentSkipListMap<>());
    }

    private static List<Task> copyOf(ConcurrentSkipListMap<Long, Task> index) {
        List<Task> tasks = new ArrayList<>(index.size());
        index.forEach((sequence, task) -> tasks.add(task));
        return Collections.unmodifiableList(tasks);
    }
}
