package io.strait.bench.contestant;

import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import java.util.concurrent.atomic.AtomicReference;

/** Where a task in a concurrent map stands: its newest record, or null once it is deleted. */
final class TaskCell extends AtomicReference<TaskRecord> {
    private static final long serialVersionUID = 1L;

    /** Its place in the order of saving. */
    final long sequence;

    final transient Task task;

    TaskCell(long sequence, TaskRecord record) {
        super(record);
        this.sequence = sequence;
        this.task = record.task();
    }

    boolean isPending() {
        TaskRecord record = get();
        return record != null && record.status() == TaskStatus.PENDING;
    }

    /** Moves the task on, and returns false when it is deleted. */
    boolean move(TaskStatus to, long nowMs) {
        TaskRecord old = get();
        while (old != null) {
            if (compareAndSet(old, Rules.moved(old, to, nowMs))) {
                return true;
            }
            old = get();
        }
        return false;
    }
}
