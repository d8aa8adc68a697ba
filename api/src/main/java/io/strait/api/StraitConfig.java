package io.strait.api;

import io.strait.api.error.InvalidArgumentException;
import io.strait.api.internal.Require;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * How an engine is set up. Immutable; made by {@link #builder}. Making one starts nothing.
 *
 * @param name the engine's name, which its threads and errors bear; 1 to 128 bytes of UTF-8
 * @param limits what it may hold
 * @param laneCapacity how many writes its lane holds; the lane of a producer has two slots of 8
 *     bytes for each, of which a write may take one or several; a power of two, 2 to 2^24
 * @param maxBatch how many writes the writer applies before it publishes; 1 to the lane's capacity
 * @param maxExclusiveProducers how many exclusive producers can be open at once; each has a lane of
 *     the same capacity, which is kept for the next one when it is closed; 0 to 64
 * @param waitPreset how its threads wait
 * @param writeOptions how callers wait for writes
 * @param closeTimeout how long {@code close()} may drain; positive, at most 2^63-1 ns
 * @param clock where the timestamps come from; read on the threads of callers
 * @param threadFactory who makes its threads: the writer, the listener if there is one, and two
 *     that make files if there is a directory
 * @param changeListener who is told of committed changes
 * @param changeBufferCapacity how many changes the listener may lie behind before it loses some; a
 *     power of two, 2 to 2^24
 * @param directory where its state survives; empty for an engine in memory only
 * @param durability when a write is on stable storage, if there is a directory
 * @param checkpoints when a checkpoint is written, if there is a directory
 */
public record StraitConfig(
        String name,
        Limits limits,
        int laneCapacity,
        int maxBatch,
        int maxExclusiveProducers,
        WaitPreset waitPreset,
        WriteOptions writeOptions,
        Duration closeTimeout,
        InstantSource clock,
        ThreadFactory threadFactory,
        Optional<ChangeListener> changeListener,
        int changeBufferCapacity,
        Optional<Path> directory,
        Durability durability,
        CheckpointPolicy checkpoints) {
    private static final int MAX_CAPACITY = 1 << 24;
    private static final int MAX_PRODUCERS = 64;

    /**
     * Checks the parts.
     *
     * @param name the engine's name, which its threads and errors bear
     * @param limits what it may hold
     * @param laneCapacity how many writes its lane holds
     * @param maxBatch how many writes the writer applies before it publishes
     * @param maxExclusiveProducers how many exclusive producers can be open at once
     * @param waitPreset how its threads wait
     * @param writeOptions how callers wait for writes
     * @param closeTimeout how long {@code close()} may drain
     * @param clock where the timestamps come from
     * @param threadFactory who makes its threads: the writer, the listener if there is one, and two
     *     that make files if there is a directory
     * @param changeListener who is told of committed changes
     * @param changeBufferCapacity how many changes the listener may lie behind before it loses some
     * @param directory where its state survives
     * @param durability when a write is on stable storage, if there is a directory
     * @param checkpoints when a checkpoint is written, if there is a directory
     * @throws InvalidArgumentException when a part breaks its rule
     */
    public StraitConfig {
        Require.id("name", name);
        Require.notNull("limits", limits);
        powerOfTwo("laneCapacity", laneCapacity);
        Require.inRange("maxBatch", maxBatch, 1, laneCapacity);
        Require.inRange("maxExclusiveProducers", maxExclusiveProducers, 0, MAX_PRODUCERS);
        Require.notNull("waitPreset", waitPreset);
        Require.notNull("writeOptions", writeOptions);
        Require.positive("closeTimeout", closeTimeout);
        Require.notNull("clock", clock);
        Require.notNull("threadFactory", threadFactory);
        Require.notNull("changeListener", changeListener);
        powerOfTwo("changeBufferCapacity", changeBufferCapacity);
        Require.notNull("directory", directory);
        Require.notNull("durability", durability);
        Require.notNull("checkpoints", checkpoints);
        if (directory.isEmpty() && !durability.isSync()) {
            throw new InvalidArgumentException("durability", durability, "needs a directory");
        }
    }

    /**
     * Starts a configuration from the defaults.
     *
     * @return a new builder
     */
    public static StraitConfigBuilder builder() {
        return new StraitConfigBuilder();
    }

    private static void powerOfTwo(String name, int value) {
        Require.inRange(name, value, 2, MAX_CAPACITY);
        if (Integer.bitCount(value) != 1) {
            throw new InvalidArgumentException(name, value, "must be a power of two");
        }
    }
}
