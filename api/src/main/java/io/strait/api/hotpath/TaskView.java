package io.strait.api.hotpath;

import io.strait.api.domain.Address;
import io.strait.api.domain.TaskStatus;
import org.agrona.MutableDirectBuffer;

/**
 * A task and where it stands, in an object that its caller owns and fills again with each read: not
 * safe for use by several threads at once. Made by {@link HotPath#newTaskView}; {@link
 * Reader#getTask} fills it. It holds one state of one task, which does not change until the next
 * read into it. The parts are those of {@link io.strait.api.domain.Task} and {@link
 * io.strait.api.domain.TaskRecord}. Allocates nothing.
 *
 * <p>A view that holds no task, because none was read or none was found, throws {@link
 * IllegalStateException}.
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
     * The AVS that it is for.
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
     * Who is told the answer.
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
