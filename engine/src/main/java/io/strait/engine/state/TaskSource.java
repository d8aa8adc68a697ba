package io.strait.engine.state;

import io.strait.engine.arena.Cells;
import io.strait.engine.index.OrderedSet;
import io.strait.engine.index.Versions;
import io.strait.engine.record.TaskWords;

/** A chain that an AVS's tasks came from, with these tasks in the order in which they were saved. */
final class TaskSource implements Versions, StateMemory.Places {
    /** The track of pending tasks. */
    static final int PENDING = 0;

    /** The track of all tasks, in whatever status; for the writer. */
    static final int ALL = 1;

    private static final int TRACKS = 2;

    final AvsGroup group;
    final long chainId;
    final OrderedSet tasks;

    /** The cell by which it is found while it has tasks; none while it has none. The writer's. */
    int cell = Cells.NONE;

    /** How many cells it has, dead ones that are not free included. The writer's. */
    int cellCount;

    private final TaskTable table;

    TaskSource(StateMemory memory, TaskTable table, AvsGroup group, long chainId) {
        this.table = table;
        this.group = group;
        this.chainId = chainId;
        tasks = memory.newSet(TRACKS, this);
    }

    @Override
    public boolean stands(long[] chunk, int at, long place) {
        if (Cells.kind(chunk, at) != Kinds.TASK || chunk[at + TaskCell.SOURCE_PLACE] != place) {
            return false;
        }
        int recordAt = at + TaskCell.RECORD;
        long lengths = TaskCell.lengths(chunk, at);
        return chunk[recordAt + TaskWords.CHAIN_ID] == chainId
                && group.isOf(
                        chunk,
                        recordAt + TaskWords.avsAt(lengths),
                        TaskWords.avsCode(lengths));
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
