package io.strait.engine.read;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.strait.api.domain.TaskStatus;
import io.strait.engine.StressedChain;
import io.strait.engine.StressedState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * A snapshot's head, stored blocks and tasks belong together: as many tasks as blocks, up to the
 * snapshot's position, while the next batches change the same sets in place.
 *
 * <p>Seen to fail on this planted bug: heads stamped with the position published last (an
 * exception: the head has no block yet).
 */
@JCStressTest
@Outcome(
        id = "(\\d), \\1, \\1, \\1",
        expect = ACCEPTABLE,
        desc = "Head, block and tasks are those of the position.")
@State
public class SnapshotOfCommitStress {
    private final StressedState state = new StressedState();

    /** A state with one block. */
    public SnapshotOfCommitStress() {
        state.commitNext();
    }

    /** Commits blocks 2 to 4. */
    @Actor
    public void writer() {
        state.commitNext();
        state.commitNext();
        state.commitNext();
    }

    /**
     * Takes a snapshot and looks at all of it.
     *
     * @param r position, number of tasks, head, number of the last block
     */
    @Actor
    public void reader(IIII_Result r) {
        PublishedSnapshot snapshot = state.snapshot();
        r.r1 = (int) snapshot.position();
        r.r2 = snapshot.aggregator().countTasks(TaskStatus.PENDING);
        r.r3 = StressedState.head(snapshot);
        r.r4 = (int) snapshot.aggregator().getLastBlock(StressedChain.CHAIN).get().number();
    }
}
