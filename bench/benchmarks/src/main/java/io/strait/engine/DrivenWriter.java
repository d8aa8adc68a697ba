package io.strait.engine;

import io.strait.api.BackPressure;
import io.strait.api.Snapshot;
import io.strait.api.StraitConfig;
import io.strait.api.Ticket;
import io.strait.api.WriteOptions;
import io.strait.api.write.Write;
import io.strait.engine.bytes.Keys;
import io.strait.engine.writer.WriterProbe;
import java.util.SplittableRandom;
import org.agrona.concurrent.AgentInvoker;

/**
 * An engine without a writer thread: whoever holds it lets the writer do a batch when it wants one.
 * So a batch can be timed without the hand-over between threads, and its size is what was
 * submitted. For one thread, which cannot wait for its writes: it has to run them.
 */
public final class DrivenWriter implements AutoCloseable {
    private final EngineParts parts;
    private final AgentInvoker writer;
    private final Strait strait;
    private final WriteOptions options;

    /**
     * An engine with an empty state.
     *
     * @param config how it is set up; without a change listener, because nothing would run it. A
     *     full lane fails at once, whatever the configuration says: nobody else would empty it.
     */
    public DrivenWriter(StraitConfig config) {
        if (config.changeListener().isPresent()) {
            throw new IllegalArgumentException("changeListener=present is not supported");
        }
        parts =
                new EngineParts(
                        config,
                        Keys.drawnFrom(new SplittableRandom(1)::nextLong),
                        WriterProbe.NONE);
        writer = new AgentInvoker(failure -> {}, null, parts.writer);
        writer.start();
        strait = new Strait(parts);
        options = config.writeOptions().withBackPressure(BackPressure.FAIL);
    }

    /** Submits a write; it is not applied yet. */
    public <R> Ticket<R> submit(Write<R> write) {
        return strait.submit(write, options);
    }

    /**
     * Lets the writer do one batch: apply what was submitted, at most as much as its configuration
     * allows, publish it, and acknowledge it.
     *
     * @return how many writes were in it
     * @throws IllegalStateException when the writer failed
     */
    public int runBatch() {
        int count = writer.invoke();
        Throwable failure = parts.lifecycle.failureAcquire();
        if (failure != null) {
            throw new IllegalStateException("the writer failed", failure);
        }
        return count;
    }

    /** The engine, for its producers and readers. A write that waits finds nobody to run it. */
    public Strait strait() {
        return strait;
    }

    /** What was published last. */
    public Snapshot snapshot() {
        return strait.snapshot();
    }

    /** How many writes the state has refused. */
    public long refusedCount() {
        return strait.counters().refused();
    }

    /** Drops what was not run; nothing can be submitted any more. */
    @Override
    public void close() {
        parts.producers.close();
        parts.lane.close();
        writer.close();
    }
}
