package io.strait.engine.state;

import io.strait.engine.arena.Cells;
import io.strait.engine.index.OrderedSet;
import io.strait.engine.index.Versions;

/**
 * A chain that an AVS's tasks came from, with these tasks in the order in which they were saved. It
 * has a number of its own for as long as anybody can know it, by which a task's cell is tagged.
 */
final class TaskSource implements Versions, StateMemory.Places {
    /** The one track, of pending tasks. */
    static final int PENDING = 0;

    /** There are fewer sources at any time. */
    static final int MOST = 1 << Cells.TAG_BITS;

    final AvsGroup group;
    final long chainId;
    final int number;
    final OrderedSet tasks;

    /** The cell by which it is found while it has tasks; none while it has none. The writer's. */
    int cell = Cells.NONE;

    /** How many cells it has, dead ones that are not free included. The writer's. */
    int cellCount;

    private final TaskTable table;

    TaskSource(StateMemory memory, TaskTable table, AvsGroup group, long chainId, int number) {
        this.table = table;
        this.group = group;
        this.chainId = chainId;
        this.number = number;
        tasks = memory.newSet(1, this);
    }

    @Override
    public boolean isAt(long[] chunk, int at, long place) {
        return Cells.kind(chunk, at) == Kinds.TASK
                && Cells.tag(chunk, at) == number
                && chunk[at + TaskCell.SOURCE_PLACE] == place;
    }

    @Override
    public int otherAt(long[] chunk, int at, long position) {
        return table.otherAt(chunk, at, position);
    }

    @Override
    public int versionAt(int found, long place, int track, long position) {
        return table.versionAt(this, found, place, PENDING, position);
    }
}
