package io.strait.engine.read;

import io.strait.engine.arena.Cells;
import io.strait.engine.arena.Horizon;
import io.strait.engine.state.State;
import io.strait.engine.state.TaskCell;

/** A task that was found by its id, looked at where it is. For one thread; allocates nothing. */
final class PlacedTask implements TaskCellView {
    private final Cells cells;
    private final Horizon horizon;
    private final DecodedAddresses addresses;
    private long[] chunk;
    private int at;
    private long position;

    /** At no task. */
    PlacedTask(State state, DecodedAddresses addresses) {
        cells = state.tasks().cells();
        horizon = state.horizon();
        this.addresses = addresses;
    }

    /** Is at the task of a cell, or at none. */
    void moveTo(int cell, long newPosition) {
        long[] of = cell == Cells.NONE ? null : Cells.chunk(cells.chunksAcquire(), cell);
        if (chunk != of) {
            // A store of a reference costs a fence where the collector notes it down.
            chunk = of;
        }
        at = Cells.at(cell);
        position = newPosition;
    }

    @Override
    public long word(int index) {
        long word = words()[at + index];
        verify();
        return word;
    }

    @Override
    public long[] words() {
        if (chunk == null) {
            throw new IllegalStateException(NO_TASK);
        }
        return chunk;
    }

    @Override
    public int at() {
        return at;
    }

    @Override
    public int state() {
        return TaskCell.stateAt(words(), at, position);
    }

    @Override
    public DecodedAddresses addresses() {
        return addresses;
    }

    @Override
    public void verify() {
        if (!horizon.validate(position) && !Cells.isBornBy(chunk, at, position)) {
            throw new IllegalStateException(
                    "the task was deleted, and its memory is used again: look for it again");
        }
    }
}
