package io.strait.api.hotpath;

import io.strait.api.domain.Address;
import io.strait.api.domain.TaskStatus;
import org.agrona.MutableDirectBuffer;

/**
 * A task and where it stands. For one thread. The parts are those of {@link
 * io.strait.api.domain.Task} and {@link io.strait.api.domain.TaskRecord}. Never blocks.
 *
 * <p>There are views of two kinds. One that its caller owns, made by {@link HotPath#newTaskView}
 * and filled by {@link Reader#getTask}, has a copy of one state of one task, which does not change
 * until the next read into it. One that a reader owns ({@link Reader#findTask}, {@link TaskCursor})
 * looks at the task where it is stored: once the task was deleted, or its status changed, what is
 * asked of it may throw {@link IllegalStateException}. So does a view of no task, because none was
 * read or none was found.
 *
 * <p>Allocates nothing, but for {@link #avs} and {@link #callbackAddress}: these make an {@link
 * Address} when it is not among those that were seen lately.
 */
public interface TaskView {
    /**
     * Where the task stands.
     *
     * @return its status
     */
    TaskStatus status();

    /**
     * When it was saved.
     *
     * @return milliseconds since 1970-01-01 UTC
     */
    long createdAtMs();

    /**
     * When its status last changed.
     *
     * @return milliseconds since 1970-01-01 UTC
     */
    long updatedAtMs();

    /**
     * The last moment of the lease under which it is processed.
     *
     * @return milliseconds since 1970-01-01 UTC, or {@link
     *     io.strait.api.domain.TaskRecord#NO_LEASE}
     */
    long leaseUntilMs();

    /**
     * The AVS that it is for. Allocates only when this view has not returned the address lately.
     *
     * @return its address
     */
    Address avs();

    /**
     * The operator set that is to answer.
     *
     * @return 0 to 2^32-1
     */
    long operatorSetId();

    /**
     * Who is told the answer. Allocates only when this view has not returned the address lately.
     *
     * @return the address, which may be {@link Address#NONE}
     */
    Address callbackAddress();

    /**
     * The last moment at which an answer is of use.
     *
     * @return milliseconds since 1970-01-01 UTC, or {@link io.strait.api.domain.Task#NO_DEADLINE}
     */
    long deadlineMs();

    /**
     * The share of stake that must agree.
     *
     * @return basis points, 0 to 10,000
     */
    int thresholdBps();

    /**
     * The chain that it came from.
     *
     * @return unsigned 64-bit
     */
    long chainId();

    /**
     * The block that it came from.
     *
     * @return 0 to 2^63-1
     */
    long sourceBlockNumber();

    /**
     * The L1 block whose operators and stakes count.
     *
     * @return 0 to 2^63-1
     */
    long l1ReferenceBlockNumber();

    /**
     * The timestamp whose operator table counts.
     *
     * @return seconds, 0 to 2^32-1
     */
    long referenceTimestamp();

    /**
     * The version of its format.
     *
     * @return 0 to 2^32-1
     */
    long version();

    /**
     * How long its id is.
     *
     * @return bytes of UTF-8, 1 to 128
     */
    int idLength();

    /**
     * Copies its id.
     *
     * @param target where to
     * @param offset index of the first byte written
     * @return how many bytes were written
     * @throws IndexOutOfBoundsException when it does not fit there; nothing is written
     */
    int copyId(byte[] target, int offset);

    /**
     * Copies its id.
     *
     * @param target where to
     * @param offset index of the first byte written
     * @return how many bytes were written
     * @throws IndexOutOfBoundsException when it does not fit there; nothing is written
     */
    int copyId(MutableDirectBuffer target, int offset);

    /**
     * How long the hash of the block that it came from is.
     *
     * @return bytes of UTF-8, 0 to 128
     */
    int blockHashLength();

    /**
     * Copies the hash of the block that it came from.
     *
     * @param target where to
     * @param offset index of the first byte written
     * @return how many bytes were written
     * @throws IndexOutOfBoundsException when it does not fit there; nothing is written
     */
    int copyBlockHash(byte[] target, int offset);

    /**
     * Copies the hash of the block that it came from.
     *
     * @param target where to
     * @param offset index of the first byte written
     * @return how many bytes were written
     * @throws IndexOutOfBoundsException when it does not fit there; nothing is written
     */
    int copyBlockHash(MutableDirectBuffer target, int offset);

    /**
     * How long its payload is.
     *
     * @return number of bytes
     */
    int payloadLength();

    /**
     * Copies its payload.
     *
     * @param target where to
     * @param offset index of the first byte written
     * @return how many bytes were written
     * @throws IndexOutOfBoundsException when it does not fit there; nothing is written
     */
    int copyPayload(byte[] target, int offset);

    /**
     * Copies its payload.
     *
     * @param target where to
     * @param offset index of the first byte written
     * @return how many bytes were written
     * @throws IndexOutOfBoundsException when it does not fit there; nothing is written
     */
    int copyPayload(MutableDirectBuffer target, int offset);
}
