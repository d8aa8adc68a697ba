package io.strait.engine.read;

import io.strait.api.hotpath.TaskCursor;
import io.strait.engine.state.State;
import io.strait.engine.state.TaskCell;

/**
 * A walk over cells that were the pending tasks of some position. It looks at the tasks where they
 * are. A cell that the writer has used again since is passed by: its task was deleted meanwhile.
 */
final class TaskWalk extends CellWalk implements TaskCellView, TaskCursor {
    private final DecodedAddresses addresses;

    /** A walk over nothing. */
    TaskWalk(State state, DecodedAddresses addresses) {
        super(
                state,
                FIXED_WORDS,
                NO_TASK,
                "the task was deleted, and its memory is used again: read it by its id");
        this.addresses = addresses;
    }

    @Override
    public int state() {
        return TaskCell.stateAt(words(), at(), position());
    }

    @Override
    public DecodedAddresses addresses() {
        return addresses;
    }
}
