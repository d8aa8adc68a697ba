package io.strait.engine.writer;

import io.strait.api.WaitPreset;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.engine.StressedState;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.change.ChangeFeed;
import io.strait.engine.command.CallerWait;
import io.strait.engine.command.Completion;
import io.strait.engine.draft.Handles;
import io.strait.engine.lane.Offer;
import io.strait.engine.lane.ProducerLanes;
import io.strait.engine.lane.SharedLane;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.Opcode;
import java.time.Duration;
import org.agrona.concurrent.AgentTerminationException;

/** A whole writer without its thread: one actor runs it. */
final class StressedWriter {
    final Lifecycle lifecycle = new Lifecycle("stress");
    final SharedLane lane = new SharedLane(2, () -> {});
    final StressedState published = new StressedState();
    private final CallerWait wait = CallerWait.of(WaitPreset.BALANCED, lifecycle, () -> false);
    private final WriterAgent agent;

    StressedWriter(WriterProbe probe) {
        agent =
                new WriterAgent(
                        lane,
                        new ProducerLanes(2, 1),
                        new Handles(1),
                        published.state,
                        published.publication,
                        ChangeFeed.NONE,
                        null,
                        lifecycle,
                        new WriterCounters(0),
                        probe,
                        2);
    }

    <R> Completion<R> newCompletion() {
        return new Completion<>(wait, Duration.ofMinutes(1).toNanos());
    }

    /** Offers a write as its caller does: encoded. */
    Offer offer(CommitBlock commit, Completion<?> completion) {
        WordBuffer words = new WordBuffer(64);
        int argument = CommandWords.add(commit, words);
        return lane.offer(Opcode.COMMIT_BLOCK, argument, words, 0, completion);
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
