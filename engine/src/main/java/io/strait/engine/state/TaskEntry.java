package io.strait.engine.state;

import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.engine.image.TaskRow;

/** A task as the writer finds it; also linked to the tasks from the same block. */
final class TaskEntry extends Entry<TaskRecord> {
    /**
     * The block's tasks that this entry is among, and its neighbours there; kept by {@link
     * BlockTasks}.
     */
    BlockTasks block;

    TaskEntry previousInBlock;
    TaskEntry nextInBlock;

    TaskEntry(TaskRow row) {
        super(row, row.value().id());
    }

    Task task() {
        return value().task();
    }

    TaskRow taskRow() {
        return (TaskRow) row();
    }
}
