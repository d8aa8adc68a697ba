package io.strait.engine.flat;

import io.strait.api.hotpath.TaskCursor;

/**
 * A walk over cells that were the pending tasks of some position. It looks at the tasks where they
 * are. A cell that the writer has used again since is passed by: its task was deleted meanwhile.
 */
public final class TaskWalk extends CellView implements TaskCursor {
    /** Of these words none changes in the life of a task. */
    private static final int WORDS = TaskLayout.CREATED_AT + 1;

    private final CellWalk walk;

    /**
     * A walk over nothing.
     *
     * @param memory the tasks
     */
    public TaskWalk(FlatMemory memory) {
        super(memory);
        walk =
                new CellWalk(
                        memory,
                        WORDS,
                        NO_TASK,
                        "the task was deleted, and its memory is used again: read it by its id");
    }

    /**
     * The cells, for a walk to begin.
     *
     * @return the same each time; this shows nothing from now on
     */
    public CellWalk cells() {
        return walk.atNone();
    }

    @Override
    public boolean next() {
        return walk.next();
    }

    @Override
    public int size() {
        return walk.count();
    }

    @Override
    long word(int index) {
        return walk.word(index);
    }

    @Override
    long[] words() {
        walk.requireCell();
        return walk.chunk();
    }

    @Override
    int at() {
        return walk.at();
    }

    @Override
    int state() {
        return TaskStates.find(walk.chunk(), walk.at(), walk.position());
    }

    @Override
    TypedTask typedTask() {
        return TypedTask.in(memory.objects, walk.cell());
    }

    @Override
    void verify() {
        walk.requireSame();
    }
}
