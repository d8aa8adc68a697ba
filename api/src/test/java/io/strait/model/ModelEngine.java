package io.strait.model;

import io.strait.api.AggregatorStore;
import io.strait.api.Change;
import io.strait.api.Counters;
import io.strait.api.ExecutorStore;
import io.strait.api.Snapshot;
import io.strait.api.StateEngine;
import io.strait.api.StraitConfig;
import io.strait.api.Ticket;
import io.strait.api.WaitPreset;
import io.strait.api.WriteOptions;
import io.strait.api.error.EngineClosedException;
import io.strait.api.error.RefusedException;
import io.strait.api.error.WrongThreadException;
import io.strait.api.internal.Require;
import io.strait.api.internal.SizeRules;
import io.strait.api.write.Write;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A state engine that is one lock around the model: writes are done at once on the calling thread,
 * a snapshot is a whole copy. Nothing ever waits, fails or is full.
 */
public final class ModelEngine implements StateEngine {
    private final StraitConfig config;
    private final ModelState state;
    private final AggregatorStore aggregator = new ModelAggregatorStore(this);
    private final ExecutorStore executor = new ModelExecutorStore(this);
    private final Optional<ModelChangeFeed> feed;
    private boolean closed;
    private long refused;
    private long publishedAtNs = System.nanoTime();

    private ModelEngine(StraitConfig config) {
        this.config = config;
        this.state = new ModelState(config.limits());
        this.feed =
                config.changeListener()
                        .map(
                                listener ->
                                        new ModelChangeFeed(
                                                listener,
                                                config.changeBufferCapacity(),
                                                config.threadFactory(),
                                                config.name() + "-listener"));
    }

    /**
     * Opens an engine.
     *
     * @param config its limits, clock, listener and thread factory; the rest is not used
     * @return an empty engine
     */
    public static ModelEngine open(StraitConfig config) {
        ModelEngine engine = new ModelEngine(Require.notNull("config", config));
        engine.feed.ifPresent(ModelChangeFeed::start);
        return engine;
    }

    @Override
    public AggregatorStore aggregator() {
        return read(ignored -> aggregator);
    }

    @Override
    public ExecutorStore executor() {
        return read(ignored -> executor);
    }

    @Override
    public Snapshot snapshot() {
        return read(ModelSnapshot::of);
    }

    @Override
    public <R> Ticket<R> submit(Write<R> write) {
        Require.notNull("write", write);
        SizeRules.check(write, config.limits());
        return apply(write);
    }

    @Override
    public <R> Ticket<R> submit(Write<R> write, WriteOptions options) {
        Require.notNull("options", options);
        return submit(write);
    }

    @Override
    public void barrier() {
        read(ignored -> null); // everything that was submitted is done
    }

    @Override
    public void barrier(Duration timeout) {
        Require.positive("timeout", timeout);
        barrier();
    }

    @Override
    public WaitPreset waitPreset() {
        return WaitPreset.LOWEST_CPU;
    }

    @Override
    public synchronized Counters counters() {
        long position = state.position();
        return new Counters(
                position,
                0,
                position,
                refused,
                0,
                System.nanoTime() - publishedAtNs,
                feed.map(ModelChangeFeed::lost).orElse(0L),
                feed.map(ModelChangeFeed::failures).orElse(0L));
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.empty();
    }

    @Override
    public void close() {
        if (feed.isPresent() && feed.get().isOnOwnThread()) {
            throw new WrongThreadException("close", Thread.currentThread().getName());
        }
        synchronized (this) {
            closed = true;
        }
        // without the lock: the listener may be about to read
        feed.ifPresent(open -> open.close(config.closeTimeout()));
    }

    /** Reads the state, all at once. */
    synchronized <T> T read(Function<ModelState, T> question) {
        requireOpen();
        return question.apply(state);
    }

    private synchronized <R> Ticket<R> apply(Write<R> write) {
        requireOpen();
        long timeMs = config.clock().millis();
        publishedAtNs = System.nanoTime();
        try {
            R result = state.apply(write, timeMs);
            if (state.lastWriteChanged()) {
                Change change = new Change(state.position(), timeMs, write, result);
                feed.ifPresent(open -> open.offer(change));
            }
            return new ModelTicket<>(state.position(), result, null);
        } catch (RefusedException refusal) {
            refused++;
            return new ModelTicket<>(state.position(), null, refusal);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new EngineClosedException(config.name());
        }
    }
}
