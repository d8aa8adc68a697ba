package io.strait.engine.flat;

import io.strait.api.domain.TaskStatus;

/** Which slot of the node of roots has which trie. */
final class Roots {
    /** The pending tasks of each AVS that has any: see {@link AvsTries}. */
    static final int TASKS_BY_AVS = 0;

    private static final int FIRST_STATUS = 1;

    static final int CONFIGS_BY_ORDER = 5;
    static final int PERFORMERS_BY_ORDER = 6;

    /** The performers of each AVS that has any: see {@link AvsTries}. */
    static final int PERFORMERS_BY_AVS = 7;

    static final int PROCESSED_TASKS_BY_ORDER = 8;

    private Roots() {}

    /** The tasks in a status. */
    static int of(TaskStatus status) {
        return FIRST_STATUS + status.ordinal();
    }
}
