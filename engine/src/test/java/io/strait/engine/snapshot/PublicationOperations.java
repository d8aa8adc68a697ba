package io.strait.engine.snapshot;

import io.strait.api.Limits;
import io.strait.api.domain.Block;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.conformance.Samples;
import io.strait.engine.command.Command;
import io.strait.engine.command.Outcome;
import io.strait.engine.image.Keys;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.state.State;
import java.util.List;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * What Lincheck does to a publication: one thread writes, a batch at a time, and all of them read.
 */
public final class PublicationOperations {
    private static final String WRITER = "writer";

    private final State state = new State(Limits.DEFAULT, Keys.STANDARD);
    private final Publication publication = new Publication(state.takeImage(), state.memory());
    private final Lifecycle lifecycle = new Lifecycle("lincheck");
    private final LiveAggregatorView live = new LiveAggregatorView(publication, lifecycle);
    private final Command command = new Command();
    private final Outcome outcome = new Outcome();
    private long position;

    /** A batch that only moves the head: the root stays. */
    @Operation(nonParallelGroup = WRITER)
    public void moveHead() {
        command.set(Samples.CHAIN, position + 1, 0, null);
        publish();
    }

    /** A batch that moves the head and saves a task: a new root. */
    @Operation(nonParallelGroup = WRITER)
    public void commitBlock() {
        Block block =
                new Block(Samples.CHAIN, position + 1, Samples.hash(position + 1), "0xff", 12);
        CommitBlock commit =
                new CommitBlock(block, List.of(Samples.taskIn(block, "task-" + position)), 0);
        command.set(commit, 0, null);
        publish();
    }

    @Operation
    public long head() {
        return live.getLastProcessedBlock(Samples.CHAIN);
    }

    @Operation
    public int tasks() {
        return live.countTasks(TaskStatus.PENDING);
    }

    /** The position, the head and the number of tasks. */
    @Operation
    public List<Long> snapshot() {
        PublishedSnapshot snapshot = PublishedSnapshot.take(publication, lifecycle);
        return List.of(
                snapshot.position(),
                snapshot.aggregator().getLastProcessedBlock(Samples.CHAIN),
                (long) snapshot.aggregator().countTasks(TaskStatus.PENDING));
    }

    private void publish() {
        state.apply(command, outcome);
        publication.publish(++position, state.takeImage(), state.headUpdates());
    }
}
