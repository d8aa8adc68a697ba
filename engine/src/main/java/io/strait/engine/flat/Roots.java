package io.strait.engine.flat;

import io.strait.api.domain.TaskStatus;

/** Which slot of the node of roots has which trie. */
final class Roots {
    static final int TASKS_BY_KEY = 0;

    /** The pending tasks of each AVS that has any: see {@link AvsTries}. */
    static final int TASKS_BY_AVS = 1;

    private static final int FIRST_STATUS = 2;

    static final int CONFIGS_BY_KEY = 6;
    static final int CONFIGS_BY_ORDER = 7;
    static final int PERFORMERS_BY_KEY = 8;
    static final int PERFORMERS_BY_ORDER = 9;

    /** The performers of each AVS that has any: see {@link AvsTries}. */
    static final int PERFORMERS_BY_AVS = 10;

    static final int PROCESSED_TASKS_BY_KEY = 11;
    static final int PROCESSED_TASKS_BY_ORDER = 12;

    private Roots() {}

    /** The tasks in a status. */
    static int of(TaskStatus status) {
        return FIRST_STATUS + status.ordinal();
    }
}
