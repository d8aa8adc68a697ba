package io.strait.engine.state;

import io.strait.engine.arena.Cells;
import io.strait.engine.index.OrderedSet;
import io.strait.engine.index.Versions;

/**
 * A chain that an AVS's tasks came from, with these tasks in the order in which they were saved. It
 * has a number of its own for as long as anybody can know it; a task's cell has both in one word:
 *
 * <pre>
 *   place among the tasks of the source (40 bits) | number of the source (24)
 * </pre>
 */
final class TaskSource implements Versions, StateMemory.Places {
    /** The one track, of pending tasks. */
    static final int PENDING = 0;

    /** There are fewer sources at any time. */
    static final int MOST = 1 << 24;

    private static final int PLACE_BITS = 40;

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

    /** What a cell has of a place of this source. */
    long word(long place) {
        return place | (long) number << PLACE_BITS;
    }

    /** The number of the source in a cell's word. */
    static int number(long word) {
        return (int) (word >>> PLACE_BITS);
    }

    /** The place in a cell's word. */
    static long place(long word) {
        return word & (1L << PLACE_BITS) - 1;
    }

    @Override
    public boolean stands(long[] chunk, int at, long place) {
        return Cells.kind(chunk, at) == Kinds.TASK
                && chunk[at + TaskCell.SOURCE_PLACE] == word(place);
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
