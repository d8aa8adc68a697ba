package io.strait.api;

import io.strait.api.internal.Require;
import java.time.Duration;

/**
 * The bounds of an engine: what it holds never grows past them. Reaching one is a typed refusal
 * ({@link io.strait.api.error.CapacityExceededException}), or, for histories, the oldest entry
 * goes. Sizes of arguments are checked before a write is accepted ({@link
 * io.strait.api.error.InvalidArgumentException}).
 *
 * @param maxTasks tasks that are pending or processing; 1 to 2^30
 * @param maxFinishedTasks completed and failed tasks that are kept; older ones are dropped; 0 to
 *     2^30
 * @param maxPayloadBytes bytes in one payload, metadata or result; 0 to 2^30
 * @param maxTasksPerCommit tasks in one commitBlock; 0 to 2^30
 * @param maxChains chains; 1 to 2^30
 * @param blockHistoryPerChain blocks stored per chain; lower ones are dropped; 1 to 2^30
 * @param maxOperatorSetConfigs operator set configurations; 1 to 2^30
 * @param maxAvsConfigs AVS configurations; 1 to 2^30
 * @param maxPerformers performers; 1 to 2^30
 * @param maxInflightTasks tasks in flight; 1 to 2^30
 * @param maxDeployments deployments; failed ones are dropped to make room; 1 to 2^30
 * @param maxProcessedTasks tasks remembered as begun or done; done ones are dropped to make room; 1
 *     to 2^30
 * @param processedTaskRetention how long such a task is remembered after it was begun or done;
 *     positive, at most 2^63-1 ns
 */
public record Limits(
        int maxTasks,
        int maxFinishedTasks,
        int maxPayloadBytes,
        int maxTasksPerCommit,
        int maxChains,
        int blockHistoryPerChain,
        int maxOperatorSetConfigs,
        int maxAvsConfigs,
        int maxPerformers,
        int maxInflightTasks,
        int maxDeployments,
        int maxProcessedTasks,
        Duration processedTaskRetention) {
    /** The defaults: see {@link LimitsBuilder}. */
    public static final Limits DEFAULT = builder().build();

    private static final int MAX_COUNT = 1 << 30;

    /**
     * Checks the limits.
     *
     * @param maxTasks tasks that are pending or processing
     * @param maxFinishedTasks completed and failed tasks that are kept
     * @param maxPayloadBytes bytes in one payload, metadata or result
     * @param maxTasksPerCommit tasks in one commitBlock
     * @param maxChains chains
     * @param blockHistoryPerChain blocks stored per chain
     * @param maxOperatorSetConfigs operator set configurations
     * @param maxAvsConfigs AVS configurations
     * @param maxPerformers performers
     * @param maxInflightTasks tasks in flight
     * @param maxDeployments deployments
     * @param maxProcessedTasks tasks remembered as begun or done
     * @param processedTaskRetention how long such a task is remembered after it was begun or done
     * @throws io.strait.api.error.InvalidArgumentException when one is out of range
     */
    public Limits {
        Require.inRange("maxTasks", maxTasks, 1, MAX_COUNT);
        Require.inRange("maxFinishedTasks", maxFinishedTasks, 0, MAX_COUNT);
        Require.inRange("maxPayloadBytes", maxPayloadBytes, 0, MAX_COUNT);
        Require.inRange("maxTasksPerCommit", maxTasksPerCommit, 0, MAX_COUNT);
        Require.inRange("maxChains", maxChains, 1, MAX_COUNT);
        Require.inRange("blockHistoryPerChain", blockHistoryPerChain, 1, MAX_COUNT);
        Require.inRange("maxOperatorSetConfigs", maxOperatorSetConfigs, 1, MAX_COUNT);
        Require.inRange("maxAvsConfigs", maxAvsConfigs, 1, MAX_COUNT);
        Require.inRange("maxPerformers", maxPerformers, 1, MAX_COUNT);
        Require.inRange("maxInflightTasks", maxInflightTasks, 1, MAX_COUNT);
        Require.inRange("maxDeployments", maxDeployments, 1, MAX_COUNT);
        Require.inRange("maxProcessedTasks", maxProcessedTasks, 1, MAX_COUNT);
        Require.positive("processedTaskRetention", processedTaskRetention);
    }

    /**
     * Starts limits from the defaults.
     *
     * @return a new builder
     */
    public static LimitsBuilder builder() {
        return new LimitsBuilder();
    }
}
