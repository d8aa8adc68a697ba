package io.strait.engine.lane;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/**
 * An outcome that is asked for while a later one takes its place is the right one or is forgotten,
 * never the other's.
 *
 * <p>Seen to fail on this planted bug: a look at what was published before the look at the outcome
 * ({@code 10}).
 */
@JCStressTest
@Outcome(id = "1", expect = ACCEPTABLE, desc = "Its own position.")
@Outcome(id = "-1", expect = ACCEPTABLE, desc = "Forgotten.")
@State
public class ForgottenOutcomeStress {
    private final ProducerLane lane = new ProducerLane(0, 2, null, LaneHolder.ENGINE);

    /** A lane whose first command was acknowledged, and whose second one is in. */
    public ForgottenOutcomeStress() {
        handIn();
        drain(1);
        handIn();
    }

    /** Hands in the command that takes the first one's place, and applies it. */
    @Actor
    public void producerAndWriter() {
        handIn();
        drain(9);
    }

    /**
     * Asks for the first one's outcome.
     *
     * @param r its position
     */
    @Actor
    public void asker(J_Result r) {
        long outcome = lane.outcomeAcquire(0);
        r.r1 = outcome < 0 ? -1 : ProducerLane.positionOf(outcome);
    }

    private void handIn() {
        lane.blockUpdate(0, 1, 0);
    }

    private void drain(long position) {
        lane.drainTo(new AppliedBlocks(position), 2);
        lane.acknowledge();
    }
}
