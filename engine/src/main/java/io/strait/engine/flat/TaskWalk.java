package io.strait.engine.flat;

import io.strait.api.hotpath.TaskCursor;

/**
 * A walk over cells that were the pending tasks of some position. It looks at the tasks where they
 * are. A cell that the writer has used again since is passed by: its task was deleted meanwhile.
 * Allocates only to grow.
 */
public final class TaskWalk extends CellView implements TaskCursor {
    private int[] cells = new int[64];
    private int count;
    private int next;
    private int cell;
    private long position;
    private long[][] chunks;
    private long[] chunk;
    private int at;

    /** Kept reachable while the walk may need what it captured. */
    private Object captured;

    /**
     * A walk over nothing.
     *
     * @param memory the tasks
     */
    public TaskWalk(TaskMemory memory) {
        super(memory);
    }

    @Override
    public boolean next() {
        while (next < count) {
            cell = cells[next++];
            chunk = Cells.chunk(chunks, cell);
            at = Cells.at(cell);
            if (isSame()) {
                show(chunk, at);
                return true;
            }
        }
        end();
        return false;
    }

    @Override
    public int size() {
        return count;
    }

    /** Where so many cells can be copied to. */
    int[] room(int cellCount) {
        if (cellCount > cells.length) {
            cells = new int[Math.max(cellCount, 2 * cells.length)];
        }
        return cells;
    }

    /** Stands before the first of the cells that were copied. */
    void begin(int cellCount, long at, Object holder) {
        count = cellCount;
        next = 0;
        position = at;
        captured = holder;
        chunks = memory.cells.chunksAcquire();
        showNothing();
    }

    @Override
    int stateAt() {
        return TaskStates.find(chunk, at, position);
    }

    @Override
    TypedTask typedTask() {
        return memory.typed.get(cell);
    }

    @Override
    void verify() {
        if (!isSame()) {
            throw new IllegalStateException(
                    "the task was deleted, and its memory is used again: read it by its id");
        }
    }

    private boolean isSame() {
        return Cells.isBornBy(chunk, at, position);
    }

    private void end() {
        showNothing();
        captured = null;
    }
}
