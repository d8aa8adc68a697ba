package io.strait.api.hotpath;

import io.strait.api.internal.Require;
import java.time.Instant;
import org.agrona.DirectBuffer;

/**
 * A task to be saved, in an object that its caller owns and fills again for each task: not safe for
 * use by several threads at once. Made by {@link HotPath#newTask}. What a producer was given is
 * copied, so the draft is free when the call returns. Allocates only to grow to the longest payload
 * so far.
 *
 * <p>Parts that are not set are zero, empty, or none, as in {@link
 * io.strait.api.domain.Task#builder}; the id and the AVS must be set. A part that breaks its rule,
 * which is that of {@link io.strait.api.domain.Task}, throws {@link
 * io.strait.api.error.InvalidArgumentException} and stays as it was.
 */
public interface TaskDraft {
    /**
     * Makes every part what it is in a new draft.
     *
     * @return this
     */
    TaskDraft clear();

    /**
     * Sets the id.
     *
     * @param id the id, which is copied
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is null, empty, or not made by
     *     an engine
     */
    TaskDraft id(PackedId id);

    /**
     * Sets the AVS that the task is for.
     *
     * @param avs the AVS's handle
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is null, of another engine, or
     *     no address
     */
    TaskDraft avs(AddressHandle avs);

    /**
     * Sets the operator set that is to answer.
     *
     * @param id 0 to 2^32-1
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is out of range
     */
    TaskDraft operatorSetId(long id);

    /**
     * Sets who is told the answer.
     *
     * @param callback the address's handle
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is null or of another engine
     */
    TaskDraft callbackAddress(AddressHandle callback);

    /**
     * Sets the last moment at which an answer is of use.
     *
     * @param deadline milliseconds since 1970-01-01 UTC, not negative, or {@link
     *     io.strait.api.domain.Task#NO_DEADLINE}
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is negative
     */
    TaskDraft deadlineMs(long deadline);

    /**
     * Sets the last moment at which an answer is of use.
     *
     * @param deadline the moment; what is finer than a millisecond is dropped
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is null, before 1970, or
     *     milliseconds cannot count it
     */
    default TaskDraft deadline(Instant deadline) {
        return deadlineMs(Require.millis("deadline", deadline));
    }

    /**
     * Sets the share of stake that must agree.
     *
     * @param basisPoints 0 to 10,000
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is out of range
     */
    TaskDraft thresholdBps(int basisPoints);

    /**
     * Sets what the task asks.
     *
     * @param source the bytes are in here, and are copied
     * @param offset index of the first byte
     * @param length number of bytes, at most the engine's {@code maxPayloadBytes}
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when there are too many, or the array is
     *     null
     * @throws IndexOutOfBoundsException when the range does not lie within the array
     */
    TaskDraft payload(byte[] source, int offset, int length);

    /**
     * Sets what the task asks.
     *
     * @param source the bytes are in here, and are copied
     * @param offset index of the first byte
     * @param length number of bytes, at most the engine's {@code maxPayloadBytes}
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when there are too many, or the buffer
     *     is null
     * @throws IndexOutOfBoundsException when the range does not lie within the buffer
     */
    TaskDraft payload(DirectBuffer source, int offset, int length);

    /**
     * Sets the chain that the task came from.
     *
     * @param id the chain's id, unsigned 64-bit
     * @return this
     */
    TaskDraft chainId(long id);

    /**
     * Sets the block that the task came from.
     *
     * @param blockNumber 0 to 2^63-1
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is negative
     */
    TaskDraft sourceBlockNumber(long blockNumber);

    /**
     * Sets the L1 block whose operators and stakes count.
     *
     * @param blockNumber 0 to 2^63-1
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is negative
     */
    TaskDraft l1ReferenceBlockNumber(long blockNumber);

    /**
     * Sets the timestamp whose operator table counts.
     *
     * @param seconds 0 to 2^32-1
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is out of range
     */
    TaskDraft referenceTimestamp(long seconds);

    /**
     * Sets the hash of the block that the task came from.
     *
     * @param source its UTF-8 bytes are in here, and are copied; {@code 0x} hex is kept in lower
     *     case
     * @param offset index of the first byte
     * @param length number of bytes, 0 to 128
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it breaks the rule of an id, or the
     *     array is null
     * @throws IndexOutOfBoundsException when the range does not lie within the array
     */
    TaskDraft blockHash(byte[] source, int offset, int length);

    /**
     * Sets the hash of the block that the task came from.
     *
     * @param source its UTF-8 bytes are in here, and are copied; {@code 0x} hex is kept in lower
     *     case
     * @param offset index of the first byte
     * @param length number of bytes, 0 to 128
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it breaks the rule of an id, or the
     *     buffer is null
     * @throws IndexOutOfBoundsException when the range does not lie within the buffer
     */
    TaskDraft blockHash(DirectBuffer source, int offset, int length);

    /**
     * Sets the version of the task's format.
     *
     * @param number 0 to 2^32-1
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is out of range
     */
    TaskDraft version(long number);
}
