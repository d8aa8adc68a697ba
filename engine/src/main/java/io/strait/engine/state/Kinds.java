package io.strait.engine.state;

/** What cells are used for. */
final class Kinds {
    static final int TASK = 1;
    static final int BLOCK = 2;
    static final int CHAIN = 3;
    static final int OPERATOR_SET_CONFIG = 4;
    static final int AVS_CONFIG = 5;
    static final int PERFORMER = 6;
    static final int INFLIGHT_TASK = 7;
    static final int DEPLOYMENT = 8;
    static final int PROCESSED_TASK = 9;
    static final int AVS_GROUP = 10;
    static final int TASK_SOURCE = 11;
    static final int PRUNED_BLOCK = 12;

    private Kinds() {}
}
