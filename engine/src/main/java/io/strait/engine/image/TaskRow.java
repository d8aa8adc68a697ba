package io.strait.engine.image;

import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import java.util.Optional;

/**
 * The row of a task: also carries the task alone, as an optional that lasts as long as the task
 * does.
 */
public final class TaskRow extends Row<TaskRecord> {
    private final Optional<Task> task;

    /**
     * The first row of a task.
     *
     * @param key the key of the task's id
     * @param order its place in the order in which tasks were saved
     * @param taskRecord the task and where it stands
     */
    public TaskRow(long key, long order, TaskRecord taskRecord) {
        this(key, order, taskRecord, Optional.of(taskRecord.task()));
    }

    private TaskRow(long key, long order, TaskRecord taskRecord, Optional<Task> task) {
        super(key, order, taskRecord.id(), taskRecord);
        this.task = task;
    }

    /**
     * The next row of the same task.
     *
     * @param taskRecord where the task stands now
     * @return a new row
     */
    public TaskRow with(TaskRecord taskRecord) {
        return new TaskRow(key(), order(), taskRecord, task);
    }

    /**
     * The task alone.
     *
     * @return the same object each time
     */
    public Optional<Task> task() {
        return task;
    }
}
