package io.strait.engine.read;

import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.TaskView;
import io.strait.engine.arena.Cells;
import io.strait.engine.state.State;
import io.strait.engine.state.TaskCell;
import io.strait.engine.state.TaskTable;

/** A copy of a cell, which is its owner's to fill again. Allocates only to grow. */
public final class CopiedTask implements TaskCellView {
    private final State state;
    private final DecodedAddresses addresses;
    private long[] copy = new long[64];
    private boolean holdsTask;
    private int shownState;

    /** A view of no task. */
    public CopiedTask(State state) {
        this.state = state;
        addresses = new DecodedAddresses(state.keys());
    }

    /** The engine's own form of a view that a user gave. */
    static CopiedTask require(TaskView view, State state) {
        if (view instanceof CopiedTask own && own.state == state) {
            return own;
        }
        throw new InvalidArgumentException("into", view, "must be a view of this engine");
    }

    /** Holds no task from now on. */
    void clear() {
        holdsTask = false;
    }

    /** Copies a task as it stood at a position, which is yet to be validated; false at none. */
    boolean copy(int cell, long position) {
        holdsTask = false;
        if (cell == Cells.NONE) {
            return false;
        }
        TaskTable tasks = state.tasks();
        long[] chunk = Cells.chunk(tasks.cells().chunksAcquire(), cell);
        int at = Cells.at(cell);
        shownState = TaskCell.stateAt(chunk, at, position);
        int wordCount = TaskCell.wordCountAt(chunk, at);
        if (wordCount > copy.length) {
            if (!Cells.isBornBy(chunk, at, position)) {
                return true; // the length was another one's; the position is not valid any more
            }
            copy = new long[Math.max(wordCount, 2 * copy.length)];
        }
        System.arraycopy(chunk, at, copy, 0, wordCount);
        return true;
    }

    /** What was copied is true. */
    void show() {
        holdsTask = true;
    }

    @Override
    public long word(int index) {
        return words()[index];
    }

    @Override
    public long[] words() {
        if (!holdsTask) {
            throw new IllegalStateException(NO_TASK);
        }
        return copy;
    }

    @Override
    public int at() {
        return 0;
    }

    @Override
    public int state() {
        return shownState;
    }

    @Override
    public DecodedAddresses addresses() {
        return addresses;
    }

    @Override
    public void verify() {}
}
