package io.strait.engine;

import io.strait.api.BackPressure;
import io.strait.api.Change;
import io.strait.api.Limits;
import io.strait.api.Snapshot;
import io.strait.api.StraitConfig;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.Ticket;
import io.strait.api.WriteOptions;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.api.write.Write;
import io.strait.engine.bytes.Keys;
import io.strait.engine.read.PublishedSnapshot;
import io.strait.engine.writer.WriterProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.agrona.concurrent.AgentInvoker;

/** An engine without threads: whoever holds it runs the writer, and the listener, by hand. */
final class DrivenEngine implements AutoCloseable {
    private static final WriteOptions FAIL_NOW =
            new WriteOptions(Duration.ofMillis(1), BackPressure.FAIL);

    private final List<Change> changes = new ArrayList<>();
    private final EngineParts parts;
    private final AgentInvoker writer;
    private final AgentInvoker listener;
    private final Strait strait;
    private long nowMs;

    DrivenEngine(Limits limits, Keys keys) {
        this(StraitConfig.builder().limits(limits), keys);
    }

    /** With a configuration whose clock, listener and write options are its own. */
    DrivenEngine(StraitConfigBuilder builder, Keys keys) {
        this(builder, keys, true);
    }

    /** The same, with a listener or without: what comes by bytes becomes objects for one only. */
    DrivenEngine(StraitConfigBuilder builder, Keys keys, boolean listening) {
        this(builder, listening, config -> new EngineParts(config, keys, WriterProbe.NONE));
    }

    /** The same, of parts that the test puts together. */
    DrivenEngine(
            StraitConfigBuilder builder,
            boolean listening,
            Function<StraitConfig, EngineParts> newParts) {
        builder.clock(() -> Instant.ofEpochMilli(nowMs)).writeOptions(FAIL_NOW);
        if (listening) {
            builder.changeListener(changes::add);
        }
        StraitConfig config = builder.build();
        parts = newParts.apply(config);
        writer = new AgentInvoker(failure -> {}, null, parts.writer);
        listener = listening ? new AgentInvoker(failure -> {}, null, parts.listener) : null;
        writer.start();
        if (listening) {
            listener.start();
        }
        strait = new Strait(parts);
    }

    Strait strait() {
        return strait;
    }

    /** Whoever runs it by this sees to failures. */
    AgentInvoker writer() {
        return writer;
    }

    EngineParts parts() {
        return parts;
    }

    Snapshot snapshot() {
        return PublishedSnapshot.take(parts.view);
    }

    /** Makes the handle that a write needs; there are no more than there may be chains. */
    boolean hasHandle(Write<?> write) {
        try {
            if (write instanceof SetLastProcessedBlock w) {
                strait.chainHandle(w.chain());
            } else if (write instanceof CommitBlock w) {
                strait.chainHandle(w.block().chain());
            }
            return true;
        } catch (CapacityExceededException e) {
            return false;
        }
    }

    /** What the engine's clock says from now on. */
    void clock(long timeMs) {
        nowMs = timeMs;
    }

    /** Submits a write as of a moment; it is not applied yet. */
    <R> Ticket<R> submit(Write<R> write, long timeMs) {
        clock(timeMs);
        return strait.submit(write);
    }

    /** Lets the writer do one batch. */
    void runWriter() {
        writer.invoke();
        Throwable failure = parts.lifecycle.failureAcquire();
        if (failure != null) {
            throw new AssertionError("the writer failed", failure);
        }
    }

    /**
     * Lets the listener have what was published, and tells what it was told since the last time.
     */
    List<Change> takeChanges() {
        int told = listener == null ? 0 : 1;
        while (told > 0) {
            told = listener.invoke();
        }
        List<Change> taken = List.copyOf(changes);
        changes.clear();
        return taken;
    }

    @Override
    public void close() {
        parts.producers.close();
        parts.lane.close();
        writer.invoke();
        writer.close();
        if (listener != null) {
            parts.listener.closeNow();
            listener.invoke();
            listener.close();
        }
    }
}
