package io.strait.engine;

import io.strait.api.StraitConfig;
import io.strait.engine.change.ChangeFeed;
import io.strait.engine.change.ChangeRing;
import io.strait.engine.change.ListenerAgent;
import io.strait.engine.codec.Codebook;
import io.strait.engine.command.AddressHandles;
import io.strait.engine.command.CallerWait;
import io.strait.engine.command.ChainHandles;
import io.strait.engine.flat.FlatMemory;
import io.strait.engine.image.Keys;
import io.strait.engine.lane.ProducerEntry;
import io.strait.engine.lane.ProducerLanes;
import io.strait.engine.lane.SharedLane;
import io.strait.engine.lane.SharedProducer;
import io.strait.engine.lane.WritePath;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.snapshot.Publication;
import io.strait.engine.state.State;
import io.strait.engine.writer.AgentWait;
import io.strait.engine.writer.WriterAgent;
import io.strait.engine.writer.WriterCounters;
import io.strait.engine.writer.WriterProbe;

/**
 * The engine's parts, put together and not yet running. This is the one place that knows them all.
 * A test can put them together with other keys, a probe, or a shorter quarantine, and drive the
 * writer by hand.
 */
final class EngineParts {
    final StraitConfig config;
    final Lifecycle lifecycle;
    final AgentWait writerWait;
    final SharedLane lane;
    final ProducerLanes producers;
    final ProducerEntry producerEntry;
    final SharedProducer sharedProducer;
    final Codebook codebook;
    final FlatMemory memory;
    final Publication publication;
    final WriterCounters counters;
    final WriterAgent writer;
    final WritePath writes;

    /** Null without a change listener, as is the listener. */
    final ChangeRing changes;

    final ListenerAgent listener;

    EngineParts(StraitConfig config, Keys keys, WriterProbe probe) {
        this(config, keys, probe, FlatMemory.QUARANTINE);
    }

    /** The quarantine is how many pieces of memory wait before they are used again. */
    EngineParts(StraitConfig config, Keys keys, WriterProbe probe, int quarantine) {
        this.config = config;
        lifecycle = new Lifecycle(config.name());
        writerWait = AgentWait.of(config.waitPreset());
        lane = new SharedLane(config.laneCapacity(), writerWait);
        producers = new ProducerLanes(config.laneCapacity(), config.maxExclusiveProducers());
        ChainHandles chains = new ChainHandles(config.limits().maxChains());
        codebook = new Codebook(chains, new AddressHandles(), config.limits());
        writerWait.lookForWorkWith(
                () -> !lane.isEmpty() || !producers.isEmpty() || lane.isDrained());

        State state = new State(config.limits(), keys, codebook, quarantine);
        memory = state.memory();
        publication = new Publication(state.takeImage(), memory);
        counters = new WriterCounters(System.nanoTime());

        if (config.changeListener().isPresent()) {
            changes = new ChangeRing(config.changeBufferCapacity());
            listener = new ListenerAgent(changes, config.changeListener().get(), lifecycle);
        } else {
            changes = null;
            listener = null;
        }
        ChangeFeed feed = changes == null ? ChangeFeed.NONE : changes;
        writer =
                new WriterAgent(
                        lane,
                        producers,
                        codebook,
                        state,
                        publication,
                        feed,
                        lifecycle,
                        counters,
                        probe,
                        config.maxBatch());

        producerEntry =
                new ProducerEntry(
                        producers,
                        codebook,
                        lifecycle,
                        writerWait,
                        config.clock(),
                        changes != null);
        sharedProducer = new SharedProducer(producerEntry);
        CallerWait callerWait =
                CallerWait.of(config.waitPreset(), lifecycle, writerWait::isWakingOpaque);
        writes =
                new WritePath(
                        lane,
                        config.limits(),
                        config.clock(),
                        callerWait,
                        lifecycle,
                        changes != null);
    }
}
