package io.strait.engine.snapshot;

import io.strait.api.Limits;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.engine.StressedChain;
import io.strait.engine.command.Command;
import io.strait.engine.command.Outcome;
import io.strait.engine.index.Keys;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.state.State;

/**
 * A state and where it is published, without the writer thread: one actor plays it. Each batch is
 * one write that takes the chain to the next block, so the last processed block is always the
 * number of the position.
 */
final class StressedState {
    static final Lifecycle LIFECYCLE = new Lifecycle("stress");

    final Publication publication;
    final LiveAggregatorView live;
    private final State state = new State(Limits.DEFAULT, Keys.STANDARD);
    private final Command command = new Command();
    private final Outcome outcome = new Outcome();
    private int position;

    /** A state in which block 1 is committed. */
    StressedState() {
        publication = new Publication(state.takeImage(), state.memory());
        live = new LiveAggregatorView(publication, LIFECYCLE);
        commitNext();
    }

    /** A batch that changes nothing but the head: the root stays and its position advances. */
    boolean moveHead() {
        command.set(StressedChain.CHAIN, position + 1, 0, null);
        return publish();
    }

    /** A batch that changes the head, the blocks and the tasks: a new root. */
    boolean commitNext() {
        CommitBlock commit = StressedChain.commit(position + 1);
        command.set(commit, 0, null);
        return publish();
    }

    PublishedSnapshot snapshot() {
        return PublishedSnapshot.take(publication, LIFECYCLE);
    }

    int head() {
        return (int) live.getLastProcessedBlock(StressedChain.CHAIN);
    }

    static int head(PublishedSnapshot snapshot) {
        return (int) snapshot.aggregator().getLastProcessedBlock(StressedChain.CHAIN);
    }

    private boolean publish() {
        state.apply(command, outcome);
        if (!outcome.isChanged()) {
            throw new AssertionError("the state refused " + command.write());
        }
        return publication.publish(++position, state.takeImage(), state.headUpdates());
    }
}
