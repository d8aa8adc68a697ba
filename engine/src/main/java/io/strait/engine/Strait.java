package io.strait.engine;

import io.strait.api.AggregatorStore;
import io.strait.api.CheckpointStatus;
import io.strait.api.Counters;
import io.strait.api.ExecutorStore;
import io.strait.api.Recovery;
import io.strait.api.Snapshot;
import io.strait.api.StateEngine;
import io.strait.api.StraitConfig;
import io.strait.api.Ticket;
import io.strait.api.WaitPreset;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.error.StorageAccessException;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.CommitDraft;
import io.strait.api.hotpath.HotPath;
import io.strait.api.hotpath.OperatorSetConfigDraft;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerDraft;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.Reader;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.hotpath.TaskView;
import io.strait.api.internal.Require;
import io.strait.api.write.Write;
import io.strait.engine.arena.Arena;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.WordId;
import io.strait.engine.draft.WordCommitDraft;
import io.strait.engine.draft.WordOperatorSetConfigDraft;
import io.strait.engine.draft.WordPerformerDraft;
import io.strait.engine.draft.WordTaskDraft;
import io.strait.engine.journal.Disk;
import io.strait.engine.journal.FileDisk;
import io.strait.engine.lane.ExclusiveProducer;
import io.strait.engine.read.CopiedTask;
import io.strait.engine.read.LiveReader;
import io.strait.engine.read.PublishedSnapshot;
import io.strait.engine.writer.WriterProbe;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The state engine, in process: one writer thread applies all writes in one order, and every read
 * is served as of a published position.
 *
 * <pre>{@code
 * try (Strait strait = Strait.open(StraitConfig.builder().name("operator").build())) {
 *     strait.aggregator().setLastProcessedBlock(Chain.of("0xavs", 1), 21_000_000);
 * }
 * }</pre>
 *
 * <p>Safe for use by any number of threads. Opening one starts one thread, a second one if there is
 * a change listener, and two more if there is a directory.
 */
public final class Strait implements StateEngine, HotPath {
    private final EngineParts parts;
    private final AggregatorStore aggregator;
    private final ExecutorStore executor;

    /** Set once a close has done all that it could. */
    private volatile boolean closed;

    Strait(EngineParts parts) {
        this.parts = parts;
        aggregator =
                new EngineAggregatorStore(parts.view, parts.writes, parts.config.writeOptions());
        executor = new EngineExecutorStore(parts.view, parts.writes, parts.config.writeOptions());
    }

    /**
     * Opens an engine: with an empty state, or with what its directory holds. Reading that back
     * takes as long as {@link #recovery} tells.
     *
     * @param config how it is set up
     * @return a running engine, to be closed
     * @throws io.strait.api.error.StorageException when the directory is in use, damaged, of a
     *     newer version, or cannot be used
     * @throws io.strait.api.error.InvalidArgumentException when the configuration is null, or its
     *     thread factory makes no thread
     */
    public static Strait open(StraitConfig config) {
        return open(config, Keys.drawnFrom(new SecureRandom()::nextLong), WriterProbe.NONE);
    }

    static Strait open(StraitConfig config, Keys keys, WriterProbe probe) {
        Rehearsal.runOnce(keys);
        EngineParts parts = parts(Require.notNull("config", config), keys, probe);
        EngineThreads.start(parts);
        return new Strait(parts);
    }

    private static EngineParts parts(StraitConfig config, Keys keys, WriterProbe probe) {
        if (config.directory().isEmpty()) {
            return new EngineParts(config, keys, probe);
        }
        Rehearsal.runWithDirectoryOnce(keys);
        Disk disk = new FileDisk(config.directory().get());
        int quarantine = Arena.DEFAULT_QUARANTINE;
        Stored stored = Stored.open(config, keys, quarantine, disk);
        try {
            return new EngineParts(config, keys, probe, quarantine, null, stored);
        } catch (Throwable t) {
            stored.journal().close();
            throw t;
        }
    }

    @Override
    public AggregatorStore aggregator() {
        refuseWhenClosed();
        return aggregator;
    }

    @Override
    public ExecutorStore executor() {
        refuseWhenClosed();
        return executor;
    }

    @Override
    public Snapshot snapshot() {
        return PublishedSnapshot.take(parts.view);
    }

    @Override
    public <R> Ticket<R> submit(Write<R> write) {
        return submit(write, parts.config.writeOptions());
    }

    @Override
    public <R> Ticket<R> submit(Write<R> write, WriteOptions options) {
        return parts.writes.submit(write, Require.notNull("options", options));
    }

    @Override
    public void barrier() {
        parts.writes.barrier(parts.config.writeOptions());
    }

    @Override
    public void barrier(Duration timeout) {
        parts.writes.barrier(parts.config.writeOptions().withTimeout(timeout));
    }

    @Override
    public ChainHandle chainHandle(Chain chain) {
        return parts.handles.of(chain);
    }

    @Override
    public AddressHandle addressHandle(Address address) {
        return parts.handles.of(address);
    }

    @Override
    public PackedId newId() {
        return new WordId();
    }

    @Override
    public TaskDraft newTask() {
        return new WordTaskDraft(parts.drafts);
    }

    @Override
    public CommitDraft newCommit() {
        return new WordCommitDraft(parts.drafts);
    }

    @Override
    public OperatorSetConfigDraft newOperatorSetConfig() {
        return new WordOperatorSetConfigDraft(parts.drafts);
    }

    @Override
    public PerformerDraft newPerformer() {
        return new WordPerformerDraft(parts.drafts);
    }

    @Override
    public TaskView newTaskView() {
        return new CopiedTask(parts.state);
    }

    @Override
    public Producer exclusiveProducer() {
        return ExclusiveProducer.open(parts.producerEntry);
    }

    @Override
    public Producer sharedProducer() {
        refuseWhenClosed();
        return parts.sharedProducer;
    }

    @Override
    public Reader reader() {
        return new LiveReader(parts.view, parts.handles);
    }

    @Override
    public WaitPreset waitPreset() {
        return parts.waitPreset;
    }

    @Override
    public Counters counters() {
        return new Counters(
                parts.publication.positionAcquire(),
                parts.lane.depth() + parts.producers.depth(),
                parts.counters.batchesOpaque(),
                parts.counters.refusedOpaque(),
                parts.lane.backPressuredCount(),
                System.nanoTime() - parts.counters.publishedAtNsOpaque(),
                parts.changes == null ? 0 : parts.changes.lostCountAcquire(),
                parts.listener == null ? 0 : parts.listener.failureCountOpaque());
    }

    @Override
    public Optional<Recovery> recovery() {
        return parts.recovery;
    }

    @Override
    public OptionalLong checkpoint(Duration timeout) {
        long timeoutNs = Require.positive("timeout", timeout).toNanos();
        if (parts.checkpointer == null) {
            return StateEngine.super.checkpoint(timeout);
        }
        parts.lifecycle.refuseOnWriterThread("checkpoint");
        try {
            return parts.checkpointer.await(timeoutNs);
        } catch (IOException e) {
            throw storageFailed(e);
        }
    }

    @Override
    public CheckpointStatus checkpointStatus() {
        return parts.checkpointer == null ? CheckpointStatus.NONE : parts.checkpointer.status();
    }

    @Override
    public Optional<Throwable> failure() {
        parts.lifecycle.isOver();
        return Optional.ofNullable(parts.lifecycle.failureAcquire());
    }

    @Override
    public void close() {
        parts.lifecycle.refuseOnWriterThread("close");
        parts.lifecycle.refuseOnListenerThread("close");
        if (closed) {
            return;
        }
        parts.producers.close();
        parts.lane.close();
        long timeoutNs = parts.config.closeTimeout().toNanos();
        long startNs = System.nanoTime();
        parts.lifecycle.awaitWriterStopped(timeoutNs);
        try {
            parts.publication.retire();
        } finally {
            // A writer that is not gone is given up: it can publish no more, and who still waits
            // for it is released.
            parts.lifecycle.stopRelease();
        }
        if (parts.listener != null) {
            long spentNs = System.nanoTime() - startNs;
            parts.listener.close(Math.max(1, timeoutNs - spentNs));
        }
        closed = true;
        if (parts.journal != null && parts.journal.closeFailure() != null) {
            throw storageFailed(parts.journal.closeFailure());
        }
    }

    private StorageAccessException storageFailed(IOException cause) {
        return new StorageAccessException(parts.config.directory().orElseThrow().toString(), cause);
    }

    private void refuseWhenClosed() {
        if (parts.publication.isRetiredAcquire()) {
            throw parts.lifecycle.closed();
        }
    }
}
