package io.strait.engine.flat;

import io.strait.api.hotpath.TaskCursor;

/**
 * A walk over cells that were the pending tasks of some position. It looks at the tasks where they
 * are. A cell that the writer has used again since is passed by: its task was deleted meanwhile.
 */
public final class TaskWalk extends CellView implements TaskCursor {
    private final CellWalk walk;

    /**
     * A walk over nothing.
     *
     * @param memory the tasks
     */
    public TaskWalk(FlatMemory memory) {
        super(memory);
        walk = new CellWalk(memory);
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
    long[] words() {
        if (!walk.isAtCell()) {
            throw noTask();
        }
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
        if (!walk.isSame()) {
            throw new IllegalStateException(
                    "the task was deleted, and its memory is used again: read it by its id");
        }
    }
}
