package io.strait.bench.contestant;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The tasks in a concurrent map, with the pending ones in skip lists ordered by when they were
 * saved, all and by AVS. Map and lists are changed one after the other.
 */
final class ConcurrentTasks {
    private final ConcurrentMap<String, TaskCell> cells;
    private final ConcurrentSkipListMap<Long, Task> pending = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<Address, ConcurrentSkipListMap<Long, Task>> pendingByAvs;
    private final AtomicLong nextSequence = new AtomicLong();

    ConcurrentTasks(MapSource maps, int expectedTasks) {
        this.cells = maps.newMap(expectedTasks);
        this.pendingByAvs = maps.newMap(16);
    }

    /** The cell, or null. */
    TaskCell get(String taskId) {
        return cells.get(taskId);
    }

    void save(Task task, long nowMs) {
        TaskCell cell = new TaskCell(nextSequence.getAndIncrement(), Rules.pending(task, nowMs));
        if (cells.putIfAbsent(task.id(), cell) != null) {
            throw Rules.taskExists(task);
        }
        pending.put(cell.sequence, task);
        pendingOf(task.avs()).put(cell.sequence, task);
        if (!cell.isPending()) {
            // somebody found it in the map and moved it on before it was in the lists
            leavePending(cell);
        }
    }

    /** Saves all; when one is refused, deletes those that were saved before it. */
    void saveAll(List<Task> tasks, long nowMs) {
        int saved = 0;
        try {
            for (Task task : tasks) {
                save(task, nowMs);
                saved++;
            }
        } finally {
            if (saved < tasks.size()) {
                tasks.subList(0, saved).forEach(task -> remove(task.id()));
            }
        }
    }

    void updateStatus(String taskId, TaskStatus status, long nowMs) {
        TaskCell cell = cells.get(taskId);
        if (cell == null || !cell.move(status, nowMs)) {
            throw Rules.noTask(taskId);
        }
        if (status == TaskStatus.PROCESSING || status == TaskStatus.FAILED) {
            leavePending(cell); // the only ways out of pending
        }
    }

    void delete(String taskId) {
        if (!remove(taskId)) {
            throw Rules.noTask(taskId);
        }
    }

    List<Task> listPending() {
        return copyOf(pending);
    }

    List<Task> listPendingForAvs(Address avs) {
        ConcurrentSkipListMap<Long, Task> ofAvs = pendingByAvs.get(avs);
        return ofAvs == null ? List.of() : copyOf(ofAvs);
    }

    private boolean remove(String taskId) {
        TaskCell cell = cells.remove(taskId);
        if (cell == null) {
            return false;
        }
        cell.set(null);
        leavePending(cell);
        return true;
    }

    private void leavePending(TaskCell cell) {
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
