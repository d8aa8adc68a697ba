package io.strait.engine.state;

import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import java.util.Optional;

/** A task that came as an object, with what reads by its id return. Immutable. */
record TypedTask(Optional<Task> task, Optional<TaskRecord> lastRecord) {
    /** The one that was stored for a cell, or null: a late reader may come upon anything. */
    static TypedTask of(Object stored) {
        return stored instanceof TypedTask typed ? typed : null;
    }

    static TypedTask of(TaskRecord taskRecord) {
        return new TypedTask(Optional.of(taskRecord.task()), Optional.of(taskRecord));
    }

    TypedTask with(TaskRecord taskRecord) {
        return new TypedTask(task, Optional.of(taskRecord));
    }
}
