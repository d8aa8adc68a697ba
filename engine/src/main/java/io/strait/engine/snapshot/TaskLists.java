package io.strait.engine.snapshot;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.engine.flat.TaskReads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Lists of tasks as of a position: copies, so that they need not keep what the writer could use
 * again. What they hold is true only if the position {@linkplain TaskReads#stands stands}
 * afterwards.
 */
final class TaskLists {
    private TaskLists() {}

    static List<Task> pending(TaskReads reads, long roots, long position) {
        return tasks(reads, reads.inStatus(roots, TaskStatus.PENDING), position);
    }

    static List<Task> pendingOf(TaskReads reads, long roots, long position, Address avs) {
        return tasks(reads, reads.pendingOf(roots, position, avs), position);
    }

    static List<TaskRecord> inStatus(
            TaskReads reads, long roots, long position, TaskStatus status) {
        int[] cells = reads.cells(reads.inStatus(roots, status), position);
        TaskRecord[] taskRecords = new TaskRecord[cells.length];
        for (int i = 0; i < cells.length; i++) {
            taskRecords[i] = reads.taskRecord(cells[i], position).get();
        }
        return immutable(taskRecords);
    }

    static List<TaskRecord> expired(TaskReads reads, long roots, long position, long nowMs) {
        List<Integer> cells = new ArrayList<>();
        addExpired(reads, reads.inStatus(roots, TaskStatus.PENDING), position, nowMs, cells);
        addExpired(reads, reads.inStatus(roots, TaskStatus.PROCESSING), position, nowMs, cells);
        cells.sort(Comparator.comparingLong(reads::order));
        TaskRecord[] taskRecords = new TaskRecord[cells.size()];
        Arrays.setAll(taskRecords, i -> reads.taskRecord(cells.get(i), position).get());
        return immutable(taskRecords);
    }

    private static void addExpired(
            TaskReads reads, int root, long position, long nowMs, List<Integer> cells) {
        for (int cell : reads.cells(root, position)) {
            if (reads.deadlineMs(cell) < nowMs) {
                cells.add(cell);
            }
        }
    }

    private static List<Task> tasks(TaskReads reads, int root, long position) {
        return immutable(reads.tasks(root, position));
    }

    private static <V> List<V> immutable(V[] values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }
}
