package io.strait.engine.flat;

import io.strait.api.hotpath.TaskCursor;

/**
 * A walk over cells that were the pending tasks of some position. It looks at the tasks where they
 * are. A cell that the writer has used again since is passed by: its task was deleted meanwhile.
 */
public final class TaskWalk extends CellWalk implements CellView, TaskCursor {
    /** Of these words none changes in the life of a task. */
    private static final int WORDS = TaskLayout.CREATED_AT + 1;

    /**
     * A walk over nothing.
     *
     * @param memory the tasks
     */
    public TaskWalk(FlatMemory memory) {
        super(
                memory,
                WORDS,
                NO_TASK,
                "the task was deleted, and its memory is used again: read it by its id");
    }

    @Override
    public int state() {
        return TaskStates.find(words(), at(), position());
    }

    @Override
    public TypedTask typedTask() {
        return TypedTask.in(memory.objects, cell());
    }
}
