package io.strait.api.hotpath;

/**
 * A way for writes by primitives and bytes. Nothing here allocates, takes a lock, or waits, but for
 * the two calls that are named for it. A write is handed to the writer thread and returns a
 * <i>ticket</i>, or says with a negative {@linkplain io.strait.api.error.ResultCode#code() code}
 * why it was not accepted:
 *
 * <ul>
 *   <li>{@code BACK_PRESSURE}: the lane is full; try again, or {@link #awaitRoom};
 *   <li>{@code CLOSED}: the engine or the producer is closed;
 *   <li>{@code FAILED}: the engine has failed.
 * </ul>
 *
 * <p>The writes of one producer are applied in the order of their calls. What became of one can be
 * asked later, by its ticket, as long as the producer has made no more writes since than its lane
 * holds.
 *
 * <p>Misuse, such as a null, a negative number, or a handle of another engine, throws {@link
 * io.strait.api.error.InvalidArgumentException} before anything is handed over.
 *
 * <p>A write that is handed over in the very moment of the engine's close, neither before it nor
 * after, may be left behind: its outcome is then {@code CLOSED}, and it was not applied. Whatever
 * was handed over before the call of {@code close()} is applied.
 */
public interface Producer extends AutoCloseable {
    /** What {@link #outcome} returns while the write is under way. */
    int PENDING = 1;

    /**
     * What {@link #outcome} returns when so many writes came since that it is not known any more.
     */
    int FORGOTTEN = 2;

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
     * What became of a write. Does not wait.
     *
     * @param ticket what the write returned
     * @return 0 when it is applied and visible, the negative code of its refusal, {@link #PENDING},
     *     or {@link #FORGOTTEN}
     * @throws io.strait.api.error.InvalidArgumentException when there was no such write
     */
    int outcome(long ticket);

    /**
     * The place of a write in the one total order of all writes. Does not wait.
     *
     * @param ticket what the write returned
     * @return 1 for the engine's first write; 0 when it is not known: not yet, never, or no more
     * @throws io.strait.api.error.InvalidArgumentException when there was no such write
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
     * Waits until the lane has room for any write, in the same way.
     *
     * @param timeoutNs how long to wait, nanoseconds; 0 for not at all
     * @return 0 when there is room, else a negative code
     * @throws io.strait.api.error.InvalidArgumentException when the time is negative
     */
    int awaitRoom(long timeoutNs);

    /**
     * Hands the lane back; what is in it is still applied. Idempotent. Does not close the engine.
     */
    @Override
    void close();
}
