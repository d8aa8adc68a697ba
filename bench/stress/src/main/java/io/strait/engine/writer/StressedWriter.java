package io.strait.engine.writer;

import io.strait.api.Limits;
import io.strait.api.WaitPreset;
import io.strait.engine.change.ChangeFeed;
import io.strait.engine.codec.Codebook;
import io.strait.engine.command.AddressHandles;
import io.strait.engine.command.CallerWait;
import io.strait.engine.command.ChainHandles;
import io.strait.engine.command.Completion;
import io.strait.engine.index.Keys;
import io.strait.engine.lane.ProducerLanes;
import io.strait.engine.lane.SharedLane;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.snapshot.LiveAggregatorView;
import io.strait.engine.snapshot.Publication;
import io.strait.engine.state.State;
import java.time.Duration;
import org.agrona.concurrent.AgentTerminationException;

/** A whole writer without its thread: one actor runs it. */
final class StressedWriter {
    final Lifecycle lifecycle = new Lifecycle("stress");
    final SharedLane lane = new SharedLane(2, () -> {});
    final LiveAggregatorView live;
    private final CallerWait wait = CallerWait.of(WaitPreset.BALANCED, lifecycle, () -> false);
    private final WriterAgent agent;

    StressedWriter(WriterProbe probe) {
        State state = new State(Limits.DEFAULT, Keys.STANDARD);
        Publication publication = new Publication(state.takeImage(), state.memory());
        live = new LiveAggregatorView(publication, lifecycle);
        agent =
                new WriterAgent(
                        lane,
                        new ProducerLanes(2, 1),
                        new Codebook(new ChainHandles(1), new AddressHandles(), Limits.DEFAULT),
                        state,
                        publication,
                        ChangeFeed.NONE,
                        lifecycle,
                        new WriterCounters(0),
                        probe,
                        2);
    }

    <R> Completion<R> newCompletion() {
        return new Completion<>(wait, Duration.ofMinutes(1).toNanos());
    }

    /** Runs until a batch is done. */
    void runBatch() {
        int done = 0;
        while (done == 0) {
            done = agent.doWork();
        }
    }

    /** Runs until the agent has had enough. */
    void runToEnd() {
        try {
            while (true) {
                agent.doWork();
            }
        } catch (AgentTerminationException e) {
            agent.onClose();
        }
    }
}
