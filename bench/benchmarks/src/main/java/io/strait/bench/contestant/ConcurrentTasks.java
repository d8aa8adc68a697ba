package io.strait.bench.contestant;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * The tasks in a concurrent map; lists look at every one of them, and sort by when they were saved
 * what they found.
 */
class ConcurrentTasks {
    private final ConcurrentMap<String, TaskCell> cells;
    private final AtomicLong nextSequence = new AtomicLong();

    ConcurrentTasks(MapSource maps, int expectedTasks) {
        this.cells = maps.newMap(expectedTasks);
    }

    /** The cell, or null. */
    final TaskCell get(String taskId) {
        return cells.get(taskId);
    }

    final void save(Task task, long nowMs) {
        if (!trySave(task, nowMs)) {
            throw Rules.taskExists(task);
        }
    }

    /** Saves all; when one is refused, deletes those that were saved before it. */
    final void saveAll(List<Task> tasks, long nowMs) {
        int saved = 0;
        try {
            for (Task task : tasks) {
                if (!trySave(task, nowMs)) {
                    throw Rules.taskOfCommitExists(task);
                }
                saved++;
            }
        } finally {
            if (saved < tasks.size()) {
                tasks.subList(0, saved).forEach(task -> remove(task.id()));
            }
        }
    }

    private boolean trySave(Task task, long nowMs) {
        TaskCell cell = new TaskCell(nextSequence.getAndIncrement(), Rules.pending(task, nowMs));
        boolean isNew = cells.putIfAbsent(task.id(), cell) == null;
        if (isNew) {
            becamePending(cell);
        }
        return isNew;
    }

    final void updateStatus(String taskId, TaskStatus status, long nowMs) {
        TaskCell cell = cells.get(taskId);
        if (cell == null || !cell.move(status, nowMs)) {
            throw Rules.noTask(taskId);
        }
        if (status == TaskStatus.PROCESSING || status == TaskStatus.FAILED) {
            leftPending(cell); // the only ways out of pending
        }
    }

    final void delete(String taskId) {
        if (!remove(taskId)) {
            throw Rules.noTask(taskId);
        }
    }

    List<Task> listPending() {
        return scan(task -> true);
    }

    List<Task> listPendingForAvs(Address avs) {
        return scan(task -> task.avs().equals(avs));
    }

    /** Told of each new task, once it can be found in the map. */
    void becamePending(TaskCell cell) {}

    /** Told of each task that moved on or was deleted. */
    void leftPending(TaskCell cell) {}

    private boolean remove(String taskId) {
        TaskCell cell = cells.remove(taskId);
        if (cell == null) {
            return false;
        }
        cell.set(null);
        leftPending(cell);
        return true;
    }

    private List<Task> scan(Predicate<Task> wanted) {
        List<TaskCell> found = new ArrayList<>();
        for (TaskCell cell : cells.values()) {
            if (cell.isPending() && wanted.test(cell.task)) {
                found.add(cell);
            }
        }
        found.sort(Comparator.comparingLong(cell -> cell.sequence));
        List<Task> tasks = new ArrayList<>(found.size());
        found.forEach(cell -> tasks.add(cell.task));
        return Collections.unmodifiableList(tasks);
    }
}
