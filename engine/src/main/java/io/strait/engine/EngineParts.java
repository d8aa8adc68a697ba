package io.strait.engine;

import io.strait.api.Recovery;
import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.engine.arena.Arena;
import io.strait.engine.bytes.Keys;
import io.strait.engine.change.ChangeFeed;
import io.strait.engine.change.ChangeRing;
import io.strait.engine.change.ListenerAgent;
import io.strait.engine.checkpoint.Checkpointer;
import io.strait.engine.command.CallerWait;
import io.strait.engine.draft.Drafts;
import io.strait.engine.draft.Handles;
import io.strait.engine.journal.Journal;
import io.strait.engine.lane.ProducerEntry;
import io.strait.engine.lane.ProducerLanes;
import io.strait.engine.lane.SharedLane;
import io.strait.engine.lane.SharedProducer;
import io.strait.engine.lane.WritePath;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.publish.Publication;
import io.strait.engine.read.LiveView;
import io.strait.engine.record.AddressCache;
import io.strait.engine.record.CommandLog;
import io.strait.engine.state.State;
import io.strait.engine.writer.AgentWait;
import io.strait.engine.writer.WriterAgent;
import io.strait.engine.writer.WriterCounters;
import io.strait.engine.writer.WriterProbe;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The engine's parts, put together and not yet running. This is the one place that knows them all.
 * A test can put them together with other keys or a probe, and drive the writer by hand.
 */
final class EngineParts {
    final StraitConfig config;

    /** Changed before the writer starts, if at all. */
    WaitPreset waitPreset;

    final Lifecycle lifecycle;
    final AgentWait writerWait;
    final SharedLane lane;
    final ProducerLanes producers;
    final ProducerEntry producerEntry;
    final SharedProducer sharedProducer;
    final Handles handles;
    final Drafts drafts;
    final State state;
    final LiveView view;
    final Publication publication;
    final WriterCounters counters;
    final WriterAgent writer;
    final WritePath writes;

    /** Null without a directory, as is the checkpointer. */
    final Journal journal;

    final Checkpointer checkpointer;

    /** What was found in the directory. */
    final Optional<Recovery> recovery;

    /** Null without a change listener, as is the listener. */
    final ChangeRing changes;

    final ListenerAgent listener;

    EngineParts(StraitConfig config, Keys keys, WriterProbe probe) {
        this(config, keys, probe, Arena.DEFAULT_QUARANTINE);
    }

    EngineParts(StraitConfig config, Keys keys, WriterProbe probe, int quarantine) {
        this(config, keys, probe, quarantine, null, null);
    }

    /**
     * The same with what only tests choose.
     *
     * @param quarantine how many deaths a thing waits for before it is used again
     * @param log where each command goes; null for the journal
     * @param stored what it goes on from; null for nothing
     */
    EngineParts(
            StraitConfig config,
            Keys keys,
            WriterProbe probe,
            int quarantine,
            CommandLog log,
            Stored stored) {
        this.config = config;
        lifecycle = new Lifecycle(config.name());
        waitPreset = waitPreset(config.waitPreset(), Runtime.getRuntime().availableProcessors());
        writerWait = AgentWait.of(waitPreset);
        lane = new SharedLane(config.laneCapacity(), writerWait);
        producers = new ProducerLanes(config.laneCapacity(), config.maxExclusiveProducers());
        handles = new Handles(config.limits().maxChains());
        drafts = new Drafts(handles, config.limits(), keys);
        writerWait.lookForWorkWith(hasWork(lane, producers));

        state = stored == null ? new State(config.limits(), keys, quarantine) : stored.state();
        publication = new Publication(state);
        view = new LiveView(state, new AddressCache(keys), publication, lifecycle);
        counters = new WriterCounters(System.nanoTime());

        if (config.changeListener().isPresent()) {
            changes = new ChangeRing(config.changeBufferCapacity());
            listener = new ListenerAgent(changes, config.changeListener().get(), lifecycle);
        } else {
            changes = null;
            listener = null;
        }
        ChangeFeed feed = changes == null ? ChangeFeed.NONE : changes;
        journal = stored == null ? null : stored.journal();
        checkpointer = stored == null ? null : stored.checkpointer();
        recovery = Optional.ofNullable(stored).map(Stored::recovery);
        writer =
                new WriterAgent(
                        lane,
                        producers,
                        handles,
                        state,
                        publication,
                        feed,
                        log == null ? journal : log,
                        lifecycle,
                        counters,
                        probe,
                        config.maxBatch());

        if (stored != null) {
            writerWait.wakeForWhatIsDueIn(journal::nsUntilDue);
            publication.startAt(stored.recovery().position());
            writer.startAt(stored.recovery().position());
            writer.betweenBatches(
                    new ImagePoint(checkpointer, journal, publication, state, config.limits()));
        }

        producerEntry =
                new ProducerEntry(
                        producers, drafts, lifecycle, writerWait, config.clock(), changes != null);
        sharedProducer = new SharedProducer(producerEntry);
        CallerWait callerWait = CallerWait.of(waitPreset, lifecycle, writerWait::isWakingOpaque);
        writes =
                new WritePath(
                        lane,
                        handles,
                        config.limits(),
                        config.clock(),
                        callerWait,
                        lifecycle,
                        changes != null);
    }

    /** A virtual writer does not spin on: its carrier may be the one that its callers need. */
    void writerIsVirtual() {
        writerWait.neverSpinOn();
        if (waitPreset == WaitPreset.LOWEST_LATENCY) {
            waitPreset = WaitPreset.BALANCED;
        }
    }

    /** Where there is one processor, a thread that spins keeps it from the one it waits for. */
    static WaitPreset waitPreset(WaitPreset configured, int processors) {
        return processors == 1 ? WaitPreset.LOWEST_CPU : configured;
    }

    /**
     * Knows no more than it must: a ticket leads here, and may be kept for longer than the engine.
     */
    private static BooleanSupplier hasWork(SharedLane lane, ProducerLanes producers) {
        return () -> !lane.isEmpty() || !producers.isEmpty() || lane.isDrained();
    }
}
