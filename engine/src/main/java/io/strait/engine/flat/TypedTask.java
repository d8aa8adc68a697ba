package io.strait.engine.flat;

import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import java.util.Optional;

/**
 * A task that came as an object, with what a read by its id returns, so that it allocates nothing.
 *
 * @param task the task
 * @param optional the same as an optional
 * @param lastRecord where it stood when it was last changed as an object
 */
record TypedTask(Task task, Optional<Task> optional, Optional<TaskRecord> lastRecord) {
    /** The one that was stored for a cell, or null. */
    static TypedTask in(CellObjects objects, int cell) {
        return of(objects.get(cell));
    }

    /** The object as such, or null: who was overtaken may have come upon any other. */
    static TypedTask of(Object object) {
        return object instanceof TypedTask typed ? typed : null;
    }

    static TypedTask of(TaskRecord taskRecord) {
        Task task = taskRecord.task();
        return new TypedTask(task, Optional.of(task), Optional.of(taskRecord));
    }

    TypedTask with(TaskRecord taskRecord) {
        return new TypedTask(task, optional, Optional.of(taskRecord));
    }
}
