package io.strait.api.domain;

import io.strait.api.internal.Hex;
import io.strait.api.internal.Require;

/**
 * A task found on a chain, as an aggregator keeps it. Make one with {@link #builder}.
 *
 * @param id the task's id, 1 to 128 bytes of UTF-8
 * @param avs the AVS that the task is for
 * @param operatorSetId the operator set that is to answer, 0 to 2^32-1
 * @param callbackAddress who is told the answer; may be {@link Address#NONE}
 * @param deadlineMs the last moment at which an answer is of use, milliseconds since 1970-01-01
 *     UTC, or {@link #NO_DEADLINE}
 * @param thresholdBps the share of stake that must agree, basis points, 0 to 10,000
 * @param payload what the task asks; its size is limited by the engine's limits
 * @param chainId the chain that the task came from, unsigned 64-bit
 * @param sourceBlockNumber the block that the task came from, 0 to 2^63-1
 * @param l1ReferenceBlockNumber the L1 block whose operators and stakes count, 0 to 2^63-1
 * @param referenceTimestamp the timestamp whose operator table counts, seconds, 0 to 2^32-1
 * @param blockHash the hash of the block that the task came from, up to 128 bytes; {@code 0x} hex
 *     is kept in lower case; may be empty
 * @param version the version of the task's format, 0 to 2^32-1
 */
public record Task(
        String id,
        Address avs,
        long operatorSetId,
        Address callbackAddress,
        long deadlineMs,
        int thresholdBps,
        Bytes payload,
        long chainId,
        long sourceBlockNumber,
        long l1ReferenceBlockNumber,
        long referenceTimestamp,
        String blockHash,
        long version) {
    /** The deadline of a task that has none: later than every moment. */
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    /** One whole in basis points. */
    public static final int MAX_THRESHOLD_BPS = 10_000;

    /**
     * Checks the parts.
     *
     * @param id the task's id, 1 to 128 bytes of UTF-8
     * @param avs the AVS that the task is for
     * @param operatorSetId the operator set that is to answer, 0 to 2^32-1
     * @param callbackAddress who is told the answer
     * @param deadlineMs the last moment at which an answer is of use, milliseconds since 1970-01-01
     *     UTC, or {@link #NO_DEADLINE}
     * @param thresholdBps the share of stake that must agree, basis points, 0 to 10,000
     * @param payload what the task asks
     * @param chainId the chain that the task came from, unsigned 64-bit
     * @param sourceBlockNumber the block that the task came from, 0 to 2^63-1
     * @param l1ReferenceBlockNumber the L1 block whose operators and stakes count, 0 to 2^63-1
     * @param referenceTimestamp the timestamp whose operator table counts, seconds, 0 to 2^32-1
     * @param blockHash the hash of the block that the task came from, up to 128 bytes
     * @param version the version of the task's format, 0 to 2^32-1
     * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
     */
    public Task {
        Require.id("taskId", id);
        Addresses.required("avs", avs);
        Require.uint32("operatorSetId", operatorSetId);
        Require.notNull("callbackAddress", callbackAddress);
        Require.notNegative("deadlineMs", deadlineMs);
        Require.inRange("thresholdBps", thresholdBps, 0, MAX_THRESHOLD_BPS);
        Require.notNull("payload", payload);
        Require.notNegative("sourceBlockNumber", sourceBlockNumber);
        Require.notNegative("l1ReferenceBlockNumber", l1ReferenceBlockNumber);
        Require.uint32("referenceTimestamp", referenceTimestamp);
        blockHash = Hex.canonical(Require.idOrEmpty("blockHash", blockHash));
        Require.uint32("version", version);
    }

    /**
     * Starts a task; whatever is not set is zero, empty, or none.
     *
     * @param id the task's id, 1 to 128 bytes of UTF-8
     * @param avs the AVS that the task is for
     * @return a new builder
     */
    public static TaskBuilder builder(String id, Address avs) {
        return new TaskBuilder(id, avs);
    }

    /**
     * Starts a copy of this task.
     *
     * @return a new builder that holds this task's parts
     */
    public TaskBuilder toBuilder() {
        return new TaskBuilder(this);
    }

    /**
     * Whether the deadline has passed.
     *
     * @param nowMs the moment, milliseconds since 1970-01-01 UTC
     * @return true when the moment is later than the deadline
     */
    public boolean isExpired(long nowMs) {
        return deadlineMs < nowMs;
    }
}
