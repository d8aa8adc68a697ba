package io.strait.bench.contestant;

import io.strait.api.AggregatorStore;
import io.strait.api.AggregatorView;
import io.strait.api.Counters;
import io.strait.api.ExecutorStore;
import io.strait.api.ExecutorView;
import io.strait.api.Snapshot;
import io.strait.api.StateEngine;
import io.strait.api.Ticket;
import io.strait.api.WaitPreset;
import io.strait.api.WriteOptions;
import io.strait.api.error.RefusedException;
import io.strait.api.write.Write;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A contestant as the published conformance suites want it. Whatever a contestant is not measured
 * on skips the test that asks for it.
 */
final class ContestantEngine implements StateEngine {
    private final String label;
    private final Contestant contestant;
    private final WrittenKeys keys = new WrittenKeys();
    private final boolean copiesWillDo;
    private final AtomicLong refused = new AtomicLong();
    private final Thread opener = Thread.currentThread();
    private volatile boolean closed;

    /**
     * Stands for a contestant.
     *
     * @param copiesWillDo whether tests may be given copies where the contestant has no snapshots:
     *     not where snapshots are what is tested
     */
    ContestantEngine(String label, Contestant contestant, boolean copiesWillDo) {
        this.label = label;
        this.contestant = contestant;
        this.copiesWillDo = copiesWillDo;
    }

    @Override
    public AggregatorStore aggregator() {
        return new StoreOfAggregator(label, contestant, keys, this::synchronously);
    }

    @Override
    public ExecutorStore executor() {
        return new StoreOfExecutor(label, contestant, this::synchronously);
    }

    @Override
    public Snapshot snapshot() {
        if (closed) {
            throw NotMeasured.on(label, "calls after close");
        }
        WrittenKeys keysNow = keys.copy();
        ContestantView view = contestantView(keysNow);
        return new ContestantSnapshot(
                label, new ViewOfAggregator(label, view, keysNow), new ViewOfExecutor(view));
    }

    /**
     * The contestant's own, if it has any. While only the test's own thread is at work, a copy will
     * do to see what a write has changed.
     */
    private ContestantView contestantView(WrittenKeys keysNow) {
        try {
            return contestant.snapshot();
        } catch (UnsupportedOperationException none) {
            if (!copiesWillDo || Thread.currentThread() != opener) {
                throw NotMeasured.on(label, "snapshots");
            }
            return new CopiedView(contestant, keysNow);
        }
    }

    /** Does a write, waits until it is visible, and counts refusals. */
    private void synchronously(Runnable write) {
        if (closed) {
            throw NotMeasured.on(label, "calls after close");
        }
        try {
            write.run();
            contestant.drain();
        } catch (RefusedException refusal) {
            refused.incrementAndGet();
            throw refusal;
        }
    }

    @Override
    public <R> Ticket<R> submit(Write<R> write) {
        throw NotMeasured.on(label, "tickets");
    }

    @Override
    public <R> Ticket<R> submit(Write<R> write, WriteOptions options) {
        throw NotMeasured.on(label, "tickets");
    }

    @Override
    public void barrier() {
        throw NotMeasured.on(label, "barriers");
    }

    @Override
    public void barrier(Duration timeout) {
        throw NotMeasured.on(label, "barriers");
    }

    @Override
    public WaitPreset waitPreset() {
        return WaitPreset.LOWEST_CPU;
    }

    @Override
    public Counters counters() {
        return new Counters(0, 0, 0, refused.get(), 0, 0, 0, 0);
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        contestant.close();
    }

    /** A contestant's snapshot, which has no position. */
    private record ContestantSnapshot(
            String label, AggregatorView aggregator, ExecutorView executor) implements Snapshot {
        @Override
        public long position() {
            throw NotMeasured.on(label, "positions");
        }
    }
}
