package io.strait.engine.writer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.strait.engine.StressedChain;
import io.strait.engine.command.Completion;
import io.strait.engine.lane.Offer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LII_Result;

/**
 * Whoever is told that a write is done sees its effect: acknowledged after publication, never
 * before.
 *
 * <p>Seen to fail on this planted bug: acknowledged before published ({@code ACCEPTED, -1, 0}).
 */
@JCStressTest
@Outcome(id = "ACCEPTED, 1, 1", expect = ACCEPTABLE, desc = "The effect is visible.")
@State
public class AcknowledgeStress {
    private final StressedWriter stressed = new StressedWriter(WriterProbe.NONE);
    private final Completion<Void> completion = stressed.newCompletion();

    /**
     * Commits a block, spins until that is done, and reads.
     *
     * @param r what became of the offer, the head, 1 if there is the task
     */
    @Actor
    public void caller(LII_Result r) {
        Offer offer = stressed.offer(StressedChain.commitWrite(1), completion);
        while (!completion.isDone()) {
            Thread.onSpinWait();
        }
        r.r1 = offer;
        r.r2 = stressed.published.head();
        r.r3 = stressed.published.live().getTask(StressedChain.taskId(1)).isPresent() ? 1 : 0;
    }

    /** Applies, publishes, acknowledges. */
    @Actor
    public void writer() {
        stressed.runBatch();
    }
}
