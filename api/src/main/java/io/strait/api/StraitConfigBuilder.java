package io.strait.api;

import io.strait.api.error.InvalidArgumentException;
import io.strait.api.internal.Require;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Makes a {@link StraitConfig}. Not for use by several threads. The rules are checked by {@link
 * #build}.
 */
public final class StraitConfigBuilder {
    private static final int DEFAULT_MAX_BATCH = 256;
    private static final int UNSET = Integer.MIN_VALUE;

    private String name = "strait";
    private Limits limits = Limits.DEFAULT;
    private int laneCapacity = 4_096;
    private int maxBatch = UNSET;
    private int maxExclusiveProducers = 8;
    private WaitPreset waitPreset = WaitPreset.BALANCED;
    private WriteOptions writeOptions = WriteOptions.DEFAULT;
    private Duration closeTimeout = Duration.ofSeconds(10);
    private InstantSource clock = InstantSource.system();
    private ThreadFactory threadFactory = DaemonThreads.named();
    private Optional<ChangeListener> changeListener = Optional.empty();
    private int changeBufferCapacity = 4_096;
    private Optional<Path> directory = Optional.empty();
    private Optional<Durability> durability = Optional.empty();
    private Optional<CheckpointPolicy> checkpoints = Optional.empty();

    StraitConfigBuilder() {}

    /**
     * Sets the engine's name, which its threads and errors bear.
     *
     * @param value 1 to 128 bytes of UTF-8; the default is {@code strait}
     * @return this builder
     */
    public StraitConfigBuilder name(String value) {
        name = value;
        return this;
    }

    /**
     * Sets what it may hold.
     *
     * @param value the limits; the default is {@link Limits#DEFAULT}
     * @return this builder
     */
    public StraitConfigBuilder limits(Limits value) {
        limits = value;
        return this;
    }

    /**
     * Sets how many writes its lane holds. That of a producer has two slots of 8 bytes for each:
     * see {@link io.strait.api.hotpath.Producer}.
     *
     * @param value a power of two, 2 to 2^24; the default is 4,096
     * @return this builder
     */
    public StraitConfigBuilder laneCapacity(int value) {
        laneCapacity = value;
        return this;
    }

    /**
     * Sets how many writes the writer applies before it publishes.
     *
     * @param value 1 to the lane's capacity; the default is 256, or the lane's capacity if that is
     *     smaller
     * @return this builder
     */
    public StraitConfigBuilder maxBatch(int value) {
        maxBatch = value;
        return this;
    }

    /**
     * Sets how many exclusive producers can be open at once.
     *
     * @param value 0 to 64; the default is 8
     * @return this builder
     */
    public StraitConfigBuilder maxExclusiveProducers(int value) {
        maxExclusiveProducers = value;
        return this;
    }

    /**
     * Sets how its threads wait.
     *
     * @param value the preset; the default is {@link WaitPreset#BALANCED}
     * @return this builder
     */
    public StraitConfigBuilder waitPreset(WaitPreset value) {
        waitPreset = value;
        return this;
    }

    /**
     * Sets how callers wait for writes.
     *
     * @param value the options; the default is {@link WriteOptions#DEFAULT}
     * @return this builder
     */
    public StraitConfigBuilder writeOptions(WriteOptions value) {
        writeOptions = value;
        return this;
    }

    /**
     * Sets how long {@code close()} may drain.
     *
     * @param value positive, at most 2^63-1 ns; the default is 10 seconds
     * @return this builder
     */
    public StraitConfigBuilder closeTimeout(Duration value) {
        closeTimeout = value;
        return this;
    }

    /**
     * Sets where the timestamps come from; read on the threads of callers.
     *
     * @param value the clock; the default is the system clock
     * @return this builder
     */
    public StraitConfigBuilder clock(InstantSource value) {
        clock = value;
        return this;
    }

    /**
     * Sets who makes its threads: the writer, the listener if there is one, and two that make files
     * if there is a directory.
     *
     * @param value the factory, whose threads are given the names {@code strait-NAME-writer},
     *     {@code -listener}, {@code -journal} and {@code -checkpoint}, and have to run their tasks
     *     themselves: one that ends ends the engine, or its listening; the default makes daemon
     *     threads with the system class loader as their context, which inherit no thread-locals
     * @return this builder
     */
    public StraitConfigBuilder threadFactory(ThreadFactory value) {
        threadFactory = value;
        return this;
    }

    /**
     * Sets who is told of committed changes; nobody by default.
     *
     * @param value the listener
     * @return this builder
     */
    public StraitConfigBuilder changeListener(ChangeListener value) {
        changeListener = Optional.of(Require.notNull("changeListener", value));
        return this;
    }

    /**
     * Sets how many changes the listener may lie behind before it loses some.
     *
     * @param value a power of two, 2 to 2^24; the default is 4,096
     * @return this builder
     */
    public StraitConfigBuilder changeBufferCapacity(int value) {
        changeBufferCapacity = value;
        return this;
    }

    /**
     * Sets where its state survives. Opening the engine makes the directory where there is none,
     * locks it, and reads back what is in it, which takes as long as {@link StateEngine#recovery}
     * tells. The first write waits until a file of 64 MiB is made; another one is made ahead.
     *
     * @param value a directory of its own, on a local file system; by default there is none, and
     *     the engine is in memory only
     * @return this builder
     */
    public StraitConfigBuilder directory(Path value) {
        directory = Optional.of(Require.notNull("directory", value));
        return this;
    }

    /**
     * Sets when a write is on stable storage. Needs a directory.
     *
     * @param value the choice; the default is {@link Durability#SYNC}
     * @return this builder
     */
    public StraitConfigBuilder durability(Durability value) {
        durability = Optional.of(Require.notNull("durability", value));
        return this;
    }

    /**
     * Sets when a checkpoint is written. Needs a directory.
     *
     * @param value the policy; the default is {@link CheckpointPolicy#DEFAULT}
     * @return this builder
     */
    public StraitConfigBuilder checkpoints(CheckpointPolicy value) {
        checkpoints = Optional.of(Require.notNull("checkpoints", value));
        return this;
    }

    /**
     * Makes the configuration.
     *
     * @return the configuration
     * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
     */
    public StraitConfig build() {
        if (directory.isEmpty()) {
            needsDirectory("durability", durability);
            needsDirectory("checkpoints", checkpoints);
        }
        return new StraitConfig(
                name,
                limits,
                laneCapacity,
                maxBatch == UNSET ? Math.min(DEFAULT_MAX_BATCH, laneCapacity) : maxBatch,
                maxExclusiveProducers,
                waitPreset,
                writeOptions,
                closeTimeout,
                clock,
                threadFactory,
                changeListener,
                changeBufferCapacity,
                directory,
                durability.orElse(Durability.SYNC),
                checkpoints.orElse(CheckpointPolicy.DEFAULT));
    }

    private static void needsDirectory(String name, Optional<?> value) {
        if (value.isPresent()) {
            throw new InvalidArgumentException(name, value.get(), "needs a directory");
        }
    }
}
