package io.strait.api.domain;

import io.strait.api.internal.Require;

/**
 * How an operator set handles tasks.
 *
 * @param operatorSet whose configuration it is
 * @param taskSlaSeconds how long the set has to answer a task, seconds, not negative
 * @param curveType the curve that its operators sign with
 * @param metadata whatever the AVS attaches; its size is limited by the engine's payload limit
 * @param consensusType how answers become one
 * @param consensusThresholdBps the share of stake that must agree, basis points, 0 to 10,000
 */
public record OperatorSetConfig(
        OperatorSet operatorSet,
        long taskSlaSeconds,
        CurveType curveType,
        Bytes metadata,
        ConsensusType consensusType,
        int consensusThresholdBps) {
    /**
     * Checks the parts.
     *
     * @param operatorSet whose configuration it is
     * @param taskSlaSeconds how long the set has to answer a task, seconds, not negative
     * @param curveType the curve that its operators sign with
     * @param metadata whatever the AVS attaches
     * @param consensusType how answers become one
     * @param consensusThresholdBps the share of stake that must agree, basis points, 0 to 10,000
     * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
     */
    public OperatorSetConfig {
        Require.notNull("operatorSet", operatorSet);
        Require.notNegative("taskSlaSeconds", taskSlaSeconds);
        Require.notNull("curveType", curveType);
        Require.notNull("metadata", metadata);
        Require.notNull("consensusType", consensusType);
        Require.inRange("consensusThresholdBps", consensusThresholdBps, 0, Task.MAX_THRESHOLD_BPS);
    }
}
