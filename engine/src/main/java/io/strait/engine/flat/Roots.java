package io.strait.engine.flat;

import io.strait.api.domain.TaskStatus;

/** Which slot of the node of roots has which trie. */
final class Roots {
    static final int BY_KEY = 0;

    /** The pending tasks of each AVS that has any: see {@link AvsTries}. */
    static final int BY_AVS = 1;

    private static final int FIRST_STATUS = 2;

    private Roots() {}

    /** The tasks in a status. */
    static int of(TaskStatus status) {
        return FIRST_STATUS + status.ordinal();
    }
}
