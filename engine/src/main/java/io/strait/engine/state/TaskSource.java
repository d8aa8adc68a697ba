package io.strait.engine.state;

import io.strait.engine.arena.Cells;
import io.strait.engine.index.OrderedSet;

/** A chain that an AVS's tasks came from, with these tasks in the order in which they were saved. */
final class TaskSource {
    /** The track of pending tasks. */
    static final int PENDING = 0;

    /** The track of all tasks, in whatever status; for the writer. */
    static final int ALL = 1;

    static final int TRACKS = 2;

    final AvsGroup group;
    final long chainId;
    final OrderedSet tasks;

    /** The cell by which it is found while it has tasks; none while it has none. The writer's. */
    int cell = Cells.NONE;

    TaskSource(AvsGroup group, long chainId, OrderedSet tasks) {
        this.group = group;
        this.chainId = chainId;
        this.tasks = tasks;
    }
}
