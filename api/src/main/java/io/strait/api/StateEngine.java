package io.strait.api;

import io.strait.api.internal.Require;
import io.strait.api.write.Write;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A state engine: two stores over one total order of writes.
 *
 * <p>Writes are applied one at a time, in one order, each with a position. A synchronous write
 * returns when its effect is visible to every read that starts later, on any thread. No call hangs:
 * each ends with a result, a typed failure or a time-out. If the writer itself fails, every waiting
 * and every later write ends with {@link io.strait.api.error.EngineFailedException}, or, if it was
 * being stored, with {@link io.strait.api.error.JournalFailedException}, while reads go on over
 * what was published last.
 */
public interface StateEngine extends AutoCloseable {
    /**
     * The aggregator's store, with the configured write options.
     *
     * @return the store; the same one each time
     */
    AggregatorStore aggregator();

    /**
     * The executor's store, with the configured write options.
     *
     * @return the store; the same one each time
     */
    ExecutorStore executor();

    /**
     * All of the state as it is now. Takes constant time, never blocks the writer, and allocates a
     * few small objects.
     *
     * @return an immutable snapshot
     */
    Snapshot snapshot();

    /**
     * Submits a write and returns at once (or, when the lane is full and the options say so, once
     * there is room). Submissions of one thread are applied in their order.
     *
     * @param <R> what the write returns
     * @param write the write
     * @return a ticket for its outcome
     * @throws io.strait.api.error.InvalidArgumentException when the write breaks a limit of this
     *     engine
     * @throws io.strait.api.error.BackPressureException when there was no room
     * @throws io.strait.api.error.EngineClosedException when the engine is closed
     * @throws io.strait.api.error.EngineFailedException when the engine has failed
     */
    <R> Ticket<R> submit(Write<R> write);

    /**
     * Submits a write with options of its own: whether to wait for room, and how long {@link
     * Ticket#await()} waits. Otherwise as {@link #submit(Write)}.
     *
     * @param <R> what the write returns
     * @param write the write
     * @param options how to wait
     * @return a ticket for its outcome
     */
    <R> Ticket<R> submit(Write<R> write, WriteOptions options);

    /**
     * Waits for a ticket's outcome; the same as {@link Ticket#await()}.
     *
     * @param <R> what the write returns
     * @param ticket a ticket of this engine
     * @return what the write returns
     */
    default <R> R await(Ticket<R> ticket) {
        return Require.notNull("ticket", ticket).await();
    }

    /**
     * The read barrier: waits until everything that was submitted before this call through the
     * stores and this interface, by any thread, is visible. What producers wrote is awaited by
     * their tickets. Waits at most as long as the configured write options say.
     *
     * @throws io.strait.api.error.StraitException as a synchronous write does
     */
    void barrier();

    /**
     * The read barrier with a time-out of its own.
     *
     * @param timeout how long to wait; positive, at most 2^63-1 ns
     * @throws io.strait.api.error.StraitException as a synchronous write does
     */
    void barrier(Duration timeout);

    /**
     * How the writer waits, and callers with it: as configured, or, where the JVM has one
     * processor, as {@link WaitPreset#LOWEST_CPU} says. A writer that is a virtual thread waits as
     * {@link WaitPreset#BALANCED} says in place of {@link WaitPreset#LOWEST_LATENCY}; its callers
     * then still wait as configured. Also works when the engine is closed.
     *
     * @return the writer's preset
     */
    WaitPreset waitPreset();

    /**
     * What the engine has been doing. Also works when the engine is closed.
     *
     * @return the counters of this moment
     */
    Counters counters();

    /**
     * What was found in the directory when the engine was opened. Also works when the engine is
     * closed.
     *
     * @return what was found; nothing for an engine without a directory
     */
    default Optional<Recovery> recovery() {
        return Optional.empty();
    }

    /**
     * Writes a checkpoint of all that was applied before, and waits until it is stored. One that
     * does not get through within the time-out goes on. So does one whose caller is interrupted,
     * who gets the flag back. Any thread but the engine's own.
     *
     * @param timeout how long to wait; positive, at most 2^63-1 ns
     * @return the checkpoint's position, 0 if nothing was ever written; or nothing when the time
     *     was up, the caller was interrupted, or the engine was closed or failed meanwhile
     * @throws UnsupportedOperationException when the engine has no directory
     * @throws io.strait.api.error.StorageAccessException when it could not be written
     */
    default OptionalLong checkpoint(Duration timeout) {
        throw new UnsupportedOperationException("an engine without a directory has no checkpoints");
    }

    /**
     * What became of checkpoints. Also works when the engine is closed.
     *
     * @return the status of this moment
     */
    default CheckpointStatus checkpointStatus() {
        return CheckpointStatus.NONE;
    }

    /**
     * What the writer died of. Also works when the engine is closed.
     *
     * @return the cause, or nothing while the engine is well
     */
    Optional<Throwable> failure();

    /**
     * Refuses new writes, applies and publishes those that were accepted, tells the change listener
     * of them, and stops. Idempotent, and safe from any thread but the writer's and the change
     * listener's; a second caller waits for the first. When the writer does not get through within
     * the configured close time-out, whoever still waits is released with {@link
     * io.strait.api.error.EngineClosedException}. A listener that does not get through by then is
     * left behind. The same goes for a listener whose thread has ended or waits in {@code
     * System.exit}: then a shutdown hook that closes does not wait for it. Do not close in a class
     * initialiser whose class the listener uses, nor while holding what the listener waits for. The
     * listener cannot go on before close returns, and nothing tells that apart from slow work. So
     * the call ends only after the whole close time-out.
     *
     * <p>With a directory, everything that was accepted is on stable storage when this returns. Its
     * lock is given back when the writer has ended, which is later if the time-out is over first.
     *
     * @throws io.strait.api.error.WrongThreadException on the writer's or the change listener's
     *     thread
     * @throws io.strait.api.error.StorageAccessException when what was acknowledged could not be
     *     stored ({@link Durability#interval}); the engine is closed all the same
     */
    @Override
    void close();
}
