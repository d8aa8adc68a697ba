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

/** A write that is offered while the writer dies is accepted and told of the failure, or turned down; never left waiting. */
@JCStressTest
@Outcome(id = "ACCEPTED, FAILED, FAILED", expect = ACCEPTABLE, desc = "Offered in time.")
@Outcome(id = "CLOSED, FAILED, PENDING", expect = ACCEPTABLE, desc = "Offered too late.")
@State
public class FailureStress {
    private final StressedWriter stressed = new StressedWriter(FailureStress::fail);
    private final Completion<Void> first = stressed.newCompletion();
    private final Completion<Void> second = stressed.newCompletion();

    /** A writer with a write to die of. */
    public FailureStress() {
        stressed.lane.offer(StressedChain.commit(1), 0, first);
    }

    /**
     * Offers another write.
     *
     * @param r what became of it
     */
    @Actor
    public void producer(LLL_Result r) {
        r.r1 = stressed.lane.offer(StressedChain.commit(2), 0, second);
    }

    /** Dies. */
    @Actor
    public void writer() {
        stressed.runToEnd();
    }

    /**
     * Looks who was told.
     *
     * @param r the endings of the first write and of the second one
     */
    @Arbiter
    public void afterwards(LLL_Result r) {
        r.r2 = ending(first);
        r.r3 = ending(second);
    }

    private static Object ending(Completion<Void> completion) {
        return completion.isDone() ? completion.code() : "PENDING";
    }

    private static void fail(WriterStep step) {
        throw new IllegalStateException("planned");
    }
}
