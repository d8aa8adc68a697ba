package io.strait.api.domain;

import io.strait.api.internal.Require;

/**
 * A task that an executor has received and is working on.
 *
 * @param taskId the task's id, 1 to 128 bytes of UTF-8
 * @param avs the AVS that the task is for
 * @param operatorAddress the operator that is to answer; may be {@link Address#NONE}
 * @param aggregatorAddress the aggregator that sent it; may be {@link Address#NONE}
 * @param operatorSetId the operator set that is to answer, 0 to 2^32-1
 * @param receivedAtMs when it was received, milliseconds since 1970-01-01 UTC, not negative
 * @param status its status in the executor's own words, up to 4,096 bytes
 */
public record InflightTask(
        String taskId,
        Address avs,
        Address operatorAddress,
        Address aggregatorAddress,
        long operatorSetId,
        long receivedAtMs,
        String status) {
    /**
     * Checks the parts.
     *
     * @param taskId the task's id, 1 to 128 bytes of UTF-8
     * @param avs the AVS that the task is for
     * @param operatorAddress the operator that is to answer
     * @param aggregatorAddress the aggregator that sent it
     * @param operatorSetId the operator set that is to answer, 0 to 2^32-1
     * @param receivedAtMs when it was received, milliseconds since 1970-01-01 UTC, not negative
     * @param status its status in the executor's own words, up to 4,096 bytes
     * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
     */
    public InflightTask {
        Require.id("taskId", taskId);
        Addresses.required("avs", avs);
        Require.notNull("operatorAddress", operatorAddress);
        Require.notNull("aggregatorAddress", aggregatorAddress);
        Require.uint32("operatorSetId", operatorSetId);
        Require.notNegative("receivedAtMs", receivedAtMs);
        Require.text("status", status);
    }
}
