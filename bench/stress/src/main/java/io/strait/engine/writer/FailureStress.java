package io.strait.engine.writer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.strait.engine.StressedChain;
import io.strait.engine.command.Completion;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * A write that is offered while the writer dies is accepted, and then taken out of the lane and
 * told of the failure, or it is turned down; never accepted and left behind.
 *
 * <p>Seen to fail on this planted bug: a writer that empties the lane before it closes it, and does
 * not look again ({@code ACCEPTED, FAILED, 1}).
 */
@JCStressTest
@Outcome(id = "ACCEPTED, FAILED, 0", expect = ACCEPTABLE, desc = "Offered in time.")
@Outcome(id = "CLOSED, FAILED, 0", expect = ACCEPTABLE, desc = "Offered too late.")
@State
public class FailureStress {
    private final StressedWriter stressed = new StressedWriter(FailureStress::fail);
    private final Completion<Void> first = stressed.newCompletion();
    private final Completion<Void> second = stressed.newCompletion();

    /** A writer with a write to die of. */
    public FailureStress() {
        stressed.offer(StressedChain.commitWrite(1), first);
    }

    /**
     * Offers another write.
     *
     * @param r what became of it
     */
    @Actor
    public void producer(LLL_Result r) {
        r.r1 = stressed.offer(StressedChain.commitWrite(2), second);
    }

    /** Dies. */
    @Actor
    public void writer() {
        stressed.runToEnd();
    }

    /**
     * Looks what was left behind.
     *
     * @param r the ending of the write that the writer died of, how many commands are in the lane
     */
    @Arbiter
    public void afterwards(LLL_Result r) {
        r.r2 = first.code();
        r.r3 = stressed.lane.depth();
    }

    private static void fail(WriterStep step) {
        throw new IllegalStateException("planned");
    }
}
