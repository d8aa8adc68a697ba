package io.strait.api.hotpath;

import io.strait.api.domain.TaskStatus;
import org.agrona.DirectBuffer;

/**
 * A way for writes by primitives and bytes. Nothing here allocates, takes a lock, or waits, but for
 * the two calls that are named for it; and but for a shared producer's first write of a thread,
 * which opens a lane, and those of threads for which there is none, which take turns by a lock. A
 * write is handed to the writer thread and returns a <i>ticket</i>, or says with a negative
 * {@linkplain io.strait.api.error.ResultCode#code() code} why it was not accepted:
 *
 * <ul>
 *   <li>{@code BACK_PRESSURE}: the lane is full; try again, or {@link #awaitRoom};
 *   <li>{@code CLOSED}: the engine or the producer is closed;
 *   <li>{@code FAILED}: the engine has failed.
 * </ul>
 *
 * <p>The writes of one producer are applied in the order of their calls. What became of one can be
 * asked later, by its ticket, as long as what the producer has written since fits its lane.
 *
 * <p>A lane has two slots of 8 bytes for each write of {@link
 * io.strait.api.StraitConfig#laneCapacity}, and at least 8. A block update takes one of them; three
 * when the block's number is 2^44 or more, when the engine gave out 16,384 handles of chains before
 * this one's, or when there is a change listener. Every other write takes two, and one more for
 * each 8 bytes of what it carries, rounded up part by part. It lies in one piece, so what is left
 * of the ring before its end counts too where the write does not fit there. None may take more than
 * half of the lane: with a capacity of 32 any id fits.
 *
 * <p>Misuse, such as a null, a negative number, or a handle of another engine, throws {@link
 * io.strait.api.error.InvalidArgumentException} before anything is handed over.
 *
 * <p>A write that is handed over in the very moment of the engine's close, neither before it nor
 * after, may be left behind: its outcome is then {@code CLOSED}, and it was not applied. Whatever
 * was handed over before the call of {@code close()} is applied. Only when a close timed out may an
 * outcome be {@code CLOSED} although the write was applied, or still will be.
 */
public interface Producer extends AutoCloseable {
    /** What {@link #outcome} returns while the write is under way. */
    int PENDING = 1;

    /**
     * What {@link #outcome} returns when so many writes came since that it is not known any more.
     */
    int FORGOTTEN = 2;

    /**
     * What {@link #outcome} returns for a {@link #beginTask} that is applied and came second:
     * another caller has begun the task and has not finished.
     */
    int ALREADY_RUNNING = 3;

    /** The same when the task is done already: a read by its id has the result. */
    int ALREADY_DONE = 4;

    /**
     * Sets a chain's last processed block, which never goes back: see {@link
     * io.strait.api.AggregatorStore#setLastProcessedBlock}.
     *
     * @param chain the chain's handle
     * @param blockNumber the block's number, 0 to 2^63-1
     * @return the ticket, not negative, or a negative code
     * @throws io.strait.api.error.InvalidArgumentException when an argument breaks its rule
     */
    long setLastProcessedBlock(ChainHandle chain, long blockNumber);

    /**
     * Saves a new task as pending: see {@link io.strait.api.AggregatorStore#saveTask}.
     *
     * @param task the task, which is copied
     * @return the ticket, not negative, or a negative code
     * @throws io.strait.api.error.InvalidArgumentException when the draft is null, incomplete, of
     *     another engine, or does not fit half a lane
     */
    long saveTask(TaskDraft task);

    /**
     * Takes a task to another status: see {@link io.strait.api.AggregatorStore#updateTaskStatus}.
     *
     * @param taskId the task's id, which is copied
     * @param status the status to take it to
     * @return the ticket, not negative, or a negative code
     * @throws io.strait.api.error.InvalidArgumentException when an argument is null, the id empty,
     *     or does not fit half a lane
     */
    long updateTaskStatus(PackedId taskId, TaskStatus status);

    /**
     * Deletes a task: see {@link io.strait.api.AggregatorStore#deleteTask}.
     *
     * @param taskId the task's id, which is copied
     * @return the ticket, not negative, or a negative code
     * @throws io.strait.api.error.InvalidArgumentException when the id is null or empty, or does
     *     not fit half a lane
     */
    long deleteTask(PackedId taskId);

    /**
     * Stores a block with its tasks, calls it processed and prunes older blocks, as one: see {@link
     * io.strait.api.AggregatorStore#commitBlock}.
     *
     * @param commit the block and its tasks, which are copied
     * @return the ticket, not negative, or a negative code
     * @throws io.strait.api.error.InvalidArgumentException when the draft is null, incomplete, of
     *     another engine, or does not fit half a lane, or {@code pruneBelow} lies above the block
     */
    long commitBlock(CommitDraft commit);

    /**
     * Saves or replaces an operator set's configuration: see {@link
     * io.strait.api.AggregatorStore#saveOperatorSetConfig}.
     *
     * @param config the configuration, which is copied
     * @return the ticket, not negative, or a negative code
     * @throws io.strait.api.error.InvalidArgumentException when the draft is null, incomplete, of
     *     another engine, or does not fit half a lane
     */
    long saveOperatorSetConfig(OperatorSetConfigDraft config);

    /**
     * Saves or replaces a performer: see {@link io.strait.api.ExecutorStore#savePerformer}.
     *
     * @param performer the performer, which is copied
     * @return the ticket, not negative, or a negative code
     * @throws io.strait.api.error.InvalidArgumentException when the draft is null, incomplete, of
     *     another engine, or does not fit half a lane
     */
    long savePerformer(PerformerDraft performer);

    /**
     * Asks to be the one who does a task: see {@link io.strait.api.ExecutorStore#beginTask}. The
     * outcome is 0 for who is first, else {@link #ALREADY_RUNNING} or {@link #ALREADY_DONE}.
     *
     * @param taskId the task's id, which is copied
     * @return the ticket, not negative, or a negative code
     * @throws io.strait.api.error.InvalidArgumentException when the id is null or empty, or does
     *     not fit half a lane
     */
    long beginTask(PackedId taskId);

    /**
     * Stores the result of a task that was begun: see {@link
     * io.strait.api.ExecutorStore#finishTask}.
     *
     * @param taskId the task's id, which is copied
     * @param result the result is in here, and is copied
     * @param offset index of its first byte
     * @param length its length in bytes, at most the engine's {@code maxPayloadBytes}
     * @return the ticket, not negative, or a negative code
     * @throws io.strait.api.error.InvalidArgumentException when an argument is null, the id empty,
     *     or the result too long or does not fit half a lane
     * @throws IndexOutOfBoundsException when the range does not lie within the array
     */
    long finishTask(PackedId taskId, byte[] result, int offset, int length);

    /**
     * Stores the result of a task that was begun: see {@link
     * io.strait.api.ExecutorStore#finishTask}.
     *
     * @param taskId the task's id, which is copied
     * @param result the result is in here, and is copied
     * @param offset index of its first byte
     * @param length its length in bytes, at most the engine's {@code maxPayloadBytes}
     * @return the ticket, not negative, or a negative code
     * @throws io.strait.api.error.InvalidArgumentException when an argument is null, the id empty,
     *     or the result too long or does not fit half a lane
     * @throws IndexOutOfBoundsException when the range does not lie within the buffer
     */
    long finishTask(PackedId taskId, DirectBuffer result, int offset, int length);

    /**
     * What became of a write. Does not wait. Ask by tickets only: a number that no write returned
     * may be answered with what has no meaning.
     *
     * @param ticket what the write returned
     * @return 0 when it is applied and visible, the negative code of its refusal or of {@code
     *     STORAGE_FULL}, {@code UNKNOWN}, {@code FAILED} or {@code CLOSED}, {@link #PENDING},
     *     {@link #FORGOTTEN}, or what {@link #beginTask} says
     * @throws io.strait.api.error.InvalidArgumentException when there was no such write yet
     */
    int outcome(long ticket);

    /**
     * The place of a write in the one total order of all writes. Does not wait.
     *
     * @param ticket what the write returned
     * @return 1 for the engine's first write; 0 when it is not known: not yet, never, or no more
     * @throws io.strait.api.error.InvalidArgumentException when there was no such write yet
     */
    long position(long ticket);

    /**
     * Waits until a write's outcome is there: spins for a while, then sleeps in short turns. Do not
     * call it on the writer's or the change listener's thread.
     *
     * @param ticket what the write returned
     * @param timeoutNs how long to wait, nanoseconds; 0 for not at all
     * @return as {@link #outcome}, or the code of {@code TIMED_OUT} or {@code INTERRUPTED}; the
     *     interrupt flag stays set
     * @throws io.strait.api.error.InvalidArgumentException when there was no such write, or the
     *     time is negative
     */
    int await(long ticket, long timeoutNs);

    /**
     * Waits in the same way until the lane has room again for the write that it last had none for.
     *
     * @param timeoutNs how long to wait, nanoseconds; 0 for not at all
     * @return 0 when there is room, else a negative code
     * @throws io.strait.api.error.InvalidArgumentException when the time is negative
     */
    int awaitRoom(long timeoutNs);

    /**
     * Closes the producer: it takes no more writes, and its lane goes to the next producer. What is
     * in the lane is still applied, and comes first. Outcomes can be asked for as before, and what
     * the next producer writes counts too when it is about forgetting them. Idempotent. Does not
     * close the engine.
     *
     * <p>Any thread may call it. Closed by its own thread, an exclusive producer hands its lane
     * back at once; closed by another, with the next call of its own thread or when that thread
     * ends. A producer that nobody closes gives up its lane when its thread ends.
     */
    @Override
    void close();
}
