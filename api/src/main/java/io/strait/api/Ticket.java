package io.strait.api;

import io.strait.api.error.ResultCode;
import java.time.Duration;

/**
 * A write that was accepted, and whose outcome can be waited for: now, later, more than once, from
 * any thread. An outcome, once there, does not change.
 *
 * @param <R> what the write returns
 */
public interface Ticket<R> {
    /**
     * Whether the outcome is there; if so, the write's effect is visible to every reader, or it was
     * refused.
     *
     * @return true once {@link #await} no longer waits
     */
    boolean isDone();

    /**
     * Waits for the outcome, at most as long as the time-out of the options with which the write
     * was submitted.
     *
     * @return what the write returns
     * @throws io.strait.api.error.RefusedException when the state refused the write
     * @throws io.strait.api.error.EngineFailedException when the engine failed before it published
     *     the write
     * @throws io.strait.api.error.JournalFailedException when the engine failed while the write was
     *     being stored in its directory: it may be there afterwards
     * @throws io.strait.api.error.StorageFullException when there was no room for the write in the
     *     directory
     * @throws io.strait.api.error.EngineClosedException when a close that timed out cut the write
     *     off: it may have been applied, but the engine shows nothing any more
     * @throws io.strait.api.error.WriteTimeoutException when the time is up
     * @throws io.strait.api.error.WriteInterruptedException when the caller is interrupted; its
     *     flag is set again
     * @throws io.strait.api.error.WrongThreadException on the writer thread, when it would wait
     */
    R await();

    /**
     * Waits for the outcome, at most for the given time. Otherwise as {@link #await()}.
     *
     * @param timeout how long to wait; positive, at most 2^63-1 ns
     * @return what the write returns
     */
    R await(Duration timeout);

    /**
     * The outcome as a code, without waiting and without an exception.
     *
     * @return {@link ResultCode#OK} or why it was refused
     * @throws IllegalStateException when the outcome is not there yet
     */
    ResultCode code();

    /**
     * The write's place in the one total order of all writes. Refused writes have one too, but not
     * those that there was no room for in the engine's directory.
     *
     * @return 1 for the first write; 0 without one, and when the engine failed or closed before it
     *     told the outcome
     * @throws IllegalStateException when the outcome is not there yet
     */
    long position();
}
