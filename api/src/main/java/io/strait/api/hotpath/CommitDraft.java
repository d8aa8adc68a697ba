package io.strait.api.hotpath;

import io.strait.api.ParentCheck;
import org.agrona.DirectBuffer;

/**
 * A block to be committed with its tasks, in an object that its caller owns and fills again for
 * each block: not safe for use by several threads at once. Made by {@link HotPath#newCommit}. What
 * a producer was given is copied, so the draft is free when the call returns. Allocates only to
 * grow to the largest commit so far.
 *
 * <p>The chain, the number and both hashes must be set. Unless they are set, the timestamp is 0,
 * nothing is pruned, and the parent is checked by number. A part that breaks its rule, which is
 * that of {@link io.strait.api.domain.Block} and {@link io.strait.api.AggregatorStore#commitBlock},
 * throws {@link io.strait.api.error.InvalidArgumentException} and stays as it was.
 */
public interface CommitDraft {
    /**
     * Makes every part what it is in a new draft: without tasks.
     *
     * @return this
     */
    CommitDraft clear();

    /**
     * Sets which block it is.
     *
     * @param chain the chain's handle
     * @param blockNumber the block's number, 0 to 2^63-1
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when the handle is null or of another
     *     engine, or the number negative
     */
    CommitDraft block(ChainHandle chain, long blockNumber);

    /**
     * Sets the chain's own timestamp of the block.
     *
     * @param timestamp in the chain's unit, not negative
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is negative
     */
    CommitDraft timestamp(long timestamp);

    /**
     * Sets the block's hash.
     *
     * @param source its UTF-8 bytes are in here, and are copied; {@code 0x} hex is kept in lower
     *     case
     * @param offset index of the first byte
     * @param length number of bytes, 1 to 128
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it breaks the rule of an id, or the
     *     array is null
     * @throws IndexOutOfBoundsException when the range does not lie within the array
     */
    CommitDraft hash(byte[] source, int offset, int length);

    /**
     * Sets the block's hash.
     *
     * @param source its UTF-8 bytes are in here, and are copied; {@code 0x} hex is kept in lower
     *     case
     * @param offset index of the first byte
     * @param length number of bytes, 1 to 128
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it breaks the rule of an id, or the
     *     buffer is null
     * @throws IndexOutOfBoundsException when the range does not lie within the buffer
     */
    CommitDraft hash(DirectBuffer source, int offset, int length);

    /**
     * Sets the hash of the block before it.
     *
     * @param source its UTF-8 bytes are in here, and are copied; {@code 0x} hex is kept in lower
     *     case
     * @param offset index of the first byte
     * @param length number of bytes, 1 to 128
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it breaks the rule of an id, or the
     *     array is null
     * @throws IndexOutOfBoundsException when the range does not lie within the array
     */
    CommitDraft parentHash(byte[] source, int offset, int length);

    /**
     * Sets the hash of the block before it.
     *
     * @param source its UTF-8 bytes are in here, and are copied; {@code 0x} hex is kept in lower
     *     case
     * @param offset index of the first byte
     * @param length number of bytes, 1 to 128
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it breaks the rule of an id, or the
     *     buffer is null
     * @throws IndexOutOfBoundsException when the range does not lie within the buffer
     */
    CommitDraft parentHash(DirectBuffer source, int offset, int length);

    /**
     * Sets which stored blocks are dropped.
     *
     * @param blockNumber those with a smaller number are; 0 to the block's number
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is negative
     */
    CommitDraft pruneBelow(long blockNumber);

    /**
     * Sets which block has to be its parent.
     *
     * @param check by number, as in a new draft, or by hash
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is null
     */
    CommitDraft parentCheck(ParentCheck check);

    /**
     * Adds a task that was found in the block, behind those added before. The block is set first:
     * the task's AVS, chain id and source block number are the block's.
     *
     * @param task the task, which is copied
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is null, incomplete or of
     *     another engine, not of this block, was added already, or there are more than the engine's
     *     {@code maxTasksPerCommit}
     */
    CommitDraft addTask(TaskDraft task);
}
