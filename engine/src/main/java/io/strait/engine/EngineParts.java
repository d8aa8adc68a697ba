package io.strait.engine;

import io.strait.api.Recovery;
import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.engine.arena.Arena;
import io.strait.engine.bytes.Keys;
import io.strait.engine.change.ChangeFeed;
import io.strait.engine.change.ChangeRing;
import io.strait.engine.change.ListenerAgent;
import io.strait.engine.command.CallerWait;
import io.strait.engine.draft.Drafts;
import io.strait.engine.draft.Handles;
import io.strait.engine.journal.FileDisk;
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

    /** Null without a directory. */
    final Journal journal;

    /** What was found in the directory. */
    Optional<Recovery> recovery = Optional.empty();

    /** Null without a change listener, as is the listener. */
    final ChangeRing changes;

    final ListenerAgent listener;

    EngineParts(StraitConfig config, Keys keys, WriterProbe probe) {
        this(config, keys, probe, Arena.DEFAULT_QUARANTINE);
    }

    EngineParts(StraitConfig config, Keys keys, WriterProbe probe, int quarantine) {
        this(config, keys, probe, quarantine, null, journal(config));
    }

    /**
     * The same with what only tests choose.
     *
     * @param quarantine how many deaths a thing waits for before it is used again
     * @param log where each command goes; null for the journal
     * @param journal to be recovered; null for none
     */
    EngineParts(
            StraitConfig config,
            Keys keys,
            WriterProbe probe,
            int quarantine,
            CommandLog log,
            Journal journal) {
        this.config = config;
        lifecycle = new Lifecycle(config.name());
        waitPreset = waitPreset(config.waitPreset(), Runtime.getRuntime().availableProcessors());
        writerWait = AgentWait.of(waitPreset);
        lane = new SharedLane(config.laneCapacity(), writerWait);
        producers = new ProducerLanes(config.laneCapacity(), config.maxExclusiveProducers());
        handles = new Handles(config.limits().maxChains());
        drafts = new Drafts(handles, config.limits(), keys);
        writerWait.lookForWorkWith(hasWork(lane, producers));

        state = new State(config.limits(), keys, quarantine);
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
        this.journal = journal;
        if (journal != null) {
            writerWait.wakeForWhatIsDueIn(journal::nsUntilDue);
        }
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

    /** Brings the state to where the journal ends, if there is one. Before the writer starts. */
    void recover() {
        if (journal != null) {
            Recovery found = journal.open(state);
            publication.startAt(found.position());
            writer.startAt(found.position());
            recovery = Optional.of(found);
        }
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

    private static Journal journal(StraitConfig config) {
        return config.directory()
                .map(in -> new Journal(new FileDisk(in), config.durability(), System::nanoTime))
                .orElse(null);
    }

    /**
     * Knows no more than it must: a ticket leads here, and may be kept for longer than the engine.
     */
    private static BooleanSupplier hasWork(SharedLane lane, ProducerLanes producers) {
        return () -> !lane.isEmpty() || !producers.isEmpty() || lane.isDrained();
    }
}
