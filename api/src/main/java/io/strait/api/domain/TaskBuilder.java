package io.strait.api.domain;

import io.strait.api.error.InvalidArgumentException;
import io.strait.api.internal.Require;
import java.time.Instant;

/**
 * Makes a {@link Task}. Not for use by several threads. The rules are checked by {@link #build}.
 */
public final class TaskBuilder {
    private String id;
    private Address avs;
    private long operatorSetId;
    private Address callbackAddress = Address.NONE;
    private long deadlineMs = Task.NO_DEADLINE;
    private int thresholdBps;
    private Bytes payload = Bytes.EMPTY;
    private long chainId;
    private long sourceBlockNumber;
    private long l1ReferenceBlockNumber;
    private long referenceTimestamp;
    private String blockHash = "";
    private long version;

    TaskBuilder(String id, Address avs) {
        this.id = id;
        this.avs = avs;
    }

    TaskBuilder(Task task) {
        this(task.id(), task.avs());
        operatorSetId = task.operatorSetId();
        callbackAddress = task.callbackAddress();
        deadlineMs = task.deadlineMs();
        thresholdBps = task.thresholdBps();
        payload = task.payload();
        chainId = task.chainId();
        sourceBlockNumber = task.sourceBlockNumber();
        l1ReferenceBlockNumber = task.l1ReferenceBlockNumber();
        referenceTimestamp = task.referenceTimestamp();
        blockHash = task.blockHash();
        version = task.version();
    }

    /**
     * Sets the id.
     *
     * @param value 1 to 128 bytes of UTF-8
     * @return this builder
     */
    public TaskBuilder id(String value) {
        id = value;
        return this;
    }

    /**
     * Sets the AVS.
     *
     * @param value the AVS's address
     * @return this builder
     */
    public TaskBuilder avs(Address value) {
        avs = value;
        return this;
    }

    /**
     * Sets the operator set that is to answer.
     *
     * @param value 0 to 2^32-1
     * @return this builder
     */
    public TaskBuilder operatorSetId(long value) {
        operatorSetId = value;
        return this;
    }

    /**
     * Sets who is told the answer.
     *
     * @param value the address, or {@link Address#NONE}
     * @return this builder
     */
    public TaskBuilder callbackAddress(Address value) {
        callbackAddress = value;
        return this;
    }

    /**
     * Sets the deadline.
     *
     * @param value milliseconds since 1970-01-01 UTC
     * @return this builder
     */
    public TaskBuilder deadlineMs(long value) {
        deadlineMs = value;
        return this;
    }

    /**
     * Sets the deadline.
     *
     * @param value the moment; what is finer than a millisecond is dropped
     * @return this builder
     * @throws InvalidArgumentException when it is null, before 1970, or milliseconds cannot count
     *     it
     */
    public TaskBuilder deadline(Instant value) {
        return deadlineMs(Require.millis("deadline", value));
    }

    /**
     * Sets the share of stake that must agree.
     *
     * @param value basis points, 0 to 10,000
     * @return this builder
     */
    public TaskBuilder thresholdBps(int value) {
        thresholdBps = value;
        return this;
    }

    /**
     * Sets what the task asks.
     *
     * @param value the payload
     * @return this builder
     */
    public TaskBuilder payload(Bytes value) {
        payload = value;
        return this;
    }

    /**
     * Sets what the task asks.
     *
     * @param value the payload, which is copied
     * @return this builder
     */
    public TaskBuilder payload(byte[] value) {
        return payload(Bytes.copyOf(Require.notNull("payload", value)));
    }

    /**
     * Sets the chain and the block that the task came from.
     *
     * @param block the block; its chain id, number and hash are taken over
     * @return this builder
     */
    public TaskBuilder source(Block block) {
        Require.notNull("block", block);
        return chainId(block.chain().chainId())
                .sourceBlockNumber(block.number())
                .blockHash(block.hash());
    }

    /**
     * Sets the chain that the task came from.
     *
     * @param value unsigned 64-bit
     * @return this builder
     */
    public TaskBuilder chainId(long value) {
        chainId = value;
        return this;
    }

    /**
     * Sets the block that the task came from.
     *
     * @param value 0 to 2^63-1
     * @return this builder
     */
    public TaskBuilder sourceBlockNumber(long value) {
        sourceBlockNumber = value;
        return this;
    }

    /**
     * Sets the L1 block whose operators and stakes count.
     *
     * @param value 0 to 2^63-1
     * @return this builder
     */
    public TaskBuilder l1ReferenceBlockNumber(long value) {
        l1ReferenceBlockNumber = value;
        return this;
    }

    /**
     * Sets the timestamp whose operator table counts.
     *
     * @param value seconds, 0 to 2^32-1
     * @return this builder
     */
    public TaskBuilder referenceTimestamp(long value) {
        referenceTimestamp = value;
        return this;
    }

    /**
     * Sets the hash of the block that the task came from.
     *
     * @param value up to 128 bytes of UTF-8; may be empty
     * @return this builder
     */
    public TaskBuilder blockHash(String value) {
        blockHash = value;
        return this;
    }

    /**
     * Sets the version of the task's format.
     *
     * @param value 0 to 2^32-1
     * @return this builder
     */
    public TaskBuilder version(long value) {
        version = value;
        return this;
    }

    /**
     * Makes the task.
     *
     * @return the task
     * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
     */
    public Task build() {
        return new Task(
                id,
                avs,
                operatorSetId,
                callbackAddress,
                deadlineMs,
                thresholdBps,
                payload,
                chainId,
                sourceBlockNumber,
                l1ReferenceBlockNumber,
                referenceTimestamp,
                blockHash,
                version);
    }
}
