package io.strait.engine.read;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.strait.engine.StressedChain;
import io.strait.engine.StressedState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * A block and its task become visible at once, in whatever order they are read: a thread that sees
 * the block as the chain's last processed one sees the task, and a thread that sees the task sees
 * the block.
 *
 * <p>Seen to fail on these planted bugs: heads, or all changes, stamped with the position published
 * last ({@code 2, 0, 2}).
 */
@JCStressTest
@Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "All reads before the publication.")
@Outcome(id = "1, 0, 2", expect = ACCEPTABLE, desc = "Published after the task was read.")
@Outcome(id = "1, 1, 2", expect = ACCEPTABLE, desc = "Published after the first look at the head.")
@Outcome(id = "2, 1, 2", expect = ACCEPTABLE, desc = "All reads after the publication.")
@State
public class CommitStress {
    private final StressedState state = new StressedState();

    /** A state with one block. */
    public CommitStress() {
        state.commitNext();
    }

    /** Publishes block 2 with its task. */
    @Actor
    public void writer() {
        state.commitNext();
    }

    /**
     * Reads the head, the task, and the head again.
     *
     * @param r head, 1 if there is the task, head
     */
    @Actor
    public void reader(III_Result r) {
        r.r1 = state.head();
        r.r2 = state.live().getTask(StressedChain.taskId(2)).isPresent() ? 1 : 0;
        r.r3 = state.head();
    }
}
