package io.strait.engine.state;

import io.strait.api.Limits;

/** A limit that a write can reach, as the small number that an outcome names it by. */
public enum Limit {
    /** See {@link Limits#maxTasks}. */
    MAX_TASKS("maxTasks"),
    /** See {@link Limits#maxChains}. */
    MAX_CHAINS("maxChains"),
    /** See {@link Limits#blockHistoryPerChain}. */
    BLOCK_HISTORY_PER_CHAIN("blockHistoryPerChain"),
    /** See {@link Limits#maxOperatorSetConfigs}. */
    MAX_OPERATOR_SET_CONFIGS("maxOperatorSetConfigs"),
    /** See {@link Limits#maxAvsConfigs}. */
    MAX_AVS_CONFIGS("maxAvsConfigs"),
    /** See {@link Limits#maxPerformers}. */
    MAX_PERFORMERS("maxPerformers"),
    /** See {@link Limits#maxInflightTasks}. */
    MAX_INFLIGHT_TASKS("maxInflightTasks"),
    /** See {@link Limits#maxDeployments}. */
    MAX_DEPLOYMENTS("maxDeployments"),
    /** See {@link Limits#maxProcessedTasks}. */
    MAX_PROCESSED_TASKS("maxProcessedTasks"),
    /** Chains of AVSs from which tasks are there, or can still be seen; not configured. */
    TASK_SOURCES("taskSources"),
    /** Chunks of memory, of 64 KiB and more, that the state can have; not configured. */
    MEMORY_CHUNKS("memoryChunks");

    private static final int ORDINAL_BITS = 8;
    private static final Limit[] ALL = values();

    private final String limitName;

    Limit(String limitName) {
        this.limitName = limitName;
    }

    /** The limit's name in the configuration. */
    public String limitName() {
        return limitName;
    }

    /**
     * Whether reaching it depends on what is still kept for snapshots, so that the same command may
     * be taken in a replay.
     */
    boolean isOfMemory() {
        return this == TASK_SOURCES || this == MEMORY_CHUNKS;
    }

    /** The limit and its value as the detail of an outcome. */
    long detail(int value) {
        return (long) value << ORDINAL_BITS | ordinal();
    }

    /** The limit of a detail. */
    public static Limit ofDetail(long detail) {
        return ALL[(int) detail & (1 << ORDINAL_BITS) - 1];
    }

    /** The value of the limit of a detail. */
    public static long valueOfDetail(long detail) {
        return detail >>> ORDINAL_BITS;
    }
}
