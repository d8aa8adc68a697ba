package io.strait.api;

import java.time.Duration;

/**
 * Makes {@link Limits}. Not for use by several threads. The rules are checked by {@link #build}.
 */
public final class LimitsBuilder {
    private int maxTasks = 1_000_000;
    private int maxFinishedTasks = 100_000;
    private int maxPayloadBytes = 65_536;
    private int maxTasksPerCommit = 10_000;
    private int maxChains = 10_000;
    private int blockHistoryPerChain = 1_024;
    private int maxOperatorSetConfigs = 10_000;
    private int maxAvsConfigs = 10_000;
    private int maxPerformers = 10_000;
    private int maxInflightTasks = 100_000;
    private int maxDeployments = 10_000;
    private int maxProcessedTasks = 100_000;
    private Duration processedTaskRetention = Duration.ofDays(1);

    LimitsBuilder() {}

    /**
     * Limits tasks that are pending or processing.
     *
     * @param value at least 1, at most 2^30; the default is 1,000,000
     * @return this builder
     */
    public LimitsBuilder maxTasks(int value) {
        maxTasks = value;
        return this;
    }

    /**
     * Limits completed and failed tasks that are kept; older ones are dropped.
     *
     * @param value at least 0, at most 2^30; the default is 100,000
     * @return this builder
     */
    public LimitsBuilder maxFinishedTasks(int value) {
        maxFinishedTasks = value;
        return this;
    }

    /**
     * Limits bytes in one payload, metadata or result.
     *
     * @param value at least 0, at most 2^30; the default is 65,536
     * @return this builder
     */
    public LimitsBuilder maxPayloadBytes(int value) {
        maxPayloadBytes = value;
        return this;
    }

    /**
     * Limits tasks in one commitBlock.
     *
     * @param value at least 0, at most 2^30; the default is 10,000
     * @return this builder
     */
    public LimitsBuilder maxTasksPerCommit(int value) {
        maxTasksPerCommit = value;
        return this;
    }

    /**
     * Limits chains.
     *
     * @param value at least 1, at most 2^30; the default is 10,000
     * @return this builder
     */
    public LimitsBuilder maxChains(int value) {
        maxChains = value;
        return this;
    }

    /**
     * Limits blocks stored per chain; lower ones are dropped.
     *
     * @param value at least 1, at most 2^30; the default is 1,024
     * @return this builder
     */
    public LimitsBuilder blockHistoryPerChain(int value) {
        blockHistoryPerChain = value;
        return this;
    }

    /**
     * Limits operator set configurations.
     *
     * @param value at least 1, at most 2^30; the default is 10,000
     * @return this builder
     */
    public LimitsBuilder maxOperatorSetConfigs(int value) {
        maxOperatorSetConfigs = value;
        return this;
    }

    /**
     * Limits AVS configurations.
     *
     * @param value at least 1, at most 2^30; the default is 10,000
     * @return this builder
     */
    public LimitsBuilder maxAvsConfigs(int value) {
        maxAvsConfigs = value;
        return this;
    }

    /**
     * Limits performers.
     *
     * @param value at least 1, at most 2^30; the default is 10,000
     * @return this builder
     */
    public LimitsBuilder maxPerformers(int value) {
        maxPerformers = value;
        return this;
    }

    /**
     * Limits tasks in flight.
     *
     * @param value at least 1, at most 2^30; the default is 100,000
     * @return this builder
     */
    public LimitsBuilder maxInflightTasks(int value) {
        maxInflightTasks = value;
        return this;
    }

    /**
     * Limits deployments; failed ones are dropped to make room.
     *
     * @param value at least 1, at most 2^30; the default is 10,000
     * @return this builder
     */
    public LimitsBuilder maxDeployments(int value) {
        maxDeployments = value;
        return this;
    }

    /**
     * Limits tasks remembered as begun or done; done ones are dropped to make room.
     *
     * @param value at least 1, at most 2^30; the default is 100,000
     * @return this builder
     */
    public LimitsBuilder maxProcessedTasks(int value) {
        maxProcessedTasks = value;
        return this;
    }

    /**
     * Limits how long a processed task is remembered. Of the time between two writes at most an
     * eighth of the retention counts, and always up to a second: see {@link ExecutorStore}.
     *
     * @param value positive, at most 2^63-1 ns; the default is one day
     * @return this builder
     */
    public LimitsBuilder processedTaskRetention(Duration value) {
        processedTaskRetention = value;
        return this;
    }

    /**
     * Makes the limits.
     *
     * @return the limits
     * @throws io.strait.api.error.InvalidArgumentException when one is out of range
     */
    public Limits build() {
        return new Limits(
                maxTasks,
                maxFinishedTasks,
                maxPayloadBytes,
                maxTasksPerCommit,
                maxChains,
                blockHistoryPerChain,
                maxOperatorSetConfigs,
                maxAvsConfigs,
                maxPerformers,
                maxInflightTasks,
                maxDeployments,
                maxProcessedTasks,
                processedTaskRetention);
    }
}
