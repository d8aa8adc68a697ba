package io.strait.engine.flat;

import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.TaskView;
import io.strait.engine.codec.Codebook;

/** A copy of a cell, which is its owner's to fill again. Allocates only to grow. */
public final class CopiedTask implements CellView {
    private final FlatMemory memory;
    private long[] copy = new long[64];
    private boolean holdsTask;
    private int state;
    private TypedTask typed;

    /**
     * A view of no task.
     *
     * @param memory the tasks that it can be filled from
     */
    public CopiedTask(FlatMemory memory) {
        this.memory = memory;
    }

    /**
     * The engine's own form of a view that a user gave.
     *
     * @param view the view
     * @param memory the engine's
     * @return the same object
     * @throws InvalidArgumentException when it is null or of another engine
     */
    public static CopiedTask require(TaskView view, FlatMemory memory) {
        if (view instanceof CopiedTask own && own.memory == memory) {
            return own;
        }
        throw new InvalidArgumentException("into", view, "must be a view of this engine");
    }

    /** Where so many words can be copied to. */
    long[] room(int words) {
        if (words > copy.length) {
            copy = new long[Math.max(words, 2 * copy.length)];
        }
        return copy;
    }

    /** Holds what was copied. */
    void show(int stateShown, TypedTask typedTask) {
        state = stateShown;
        if (typed != typedTask) {
            // A store of a reference costs a fence where the collector notes it down.
            typed = typedTask;
        }
        holdsTask = true;
    }

    /** Holds no task from now on. */
    public void showNothing() {
        holdsTask = false;
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
        return state;
    }

    @Override
    public TypedTask typedTask() {
        return typed;
    }

    @Override
    public Codebook codebook() {
        return memory.codebook;
    }

    @Override
    public void verify() {}
}
