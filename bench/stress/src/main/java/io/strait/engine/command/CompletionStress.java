package io.strait.engine.command;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.strait.api.WaitPreset;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.state.ChangedOutcome;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Who sees that a ticket is done sees all of its outcome: the position, the value, and what the
 * value refers to.
 *
 * <p>Seen to fail on this planted bug: an outcome taken down after the status is set ({@code 1, 0,
 * 7}). Not on plain accesses to the status: neither x86 nor the compilers make use of the freedom.
 */
@JCStressTest
@Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "Not done yet.")
@Outcome(id = "1, 42, 7", expect = ACCEPTABLE, desc = "Done, and all is there.")
@State
public class CompletionStress {
    private static final CallerWait WAIT =
            CallerWait.of(WaitPreset.BALANCED, new Lifecycle("stress"), () -> false);

    private final Completion<int[]> completion =
            new Completion<>(WAIT, Duration.ofMinutes(1).toNanos());

    /** Takes down the outcome and tells it. */
    @Actor
    public void writer() {
        completion.record(42, ChangedOutcome.with(new int[] {7}));
        completion.settle();
    }

    /**
     * Looks whether there is an outcome, and at all of it.
     *
     * @param r 1 if done, position, content of the value
     */
    @Actor
    public void waiter(III_Result r) {
        if (completion.isDone()) {
            r.r1 = 1;
            r.r2 = (int) completion.position();
            int[] value = completion.await();
            r.r3 = value == null ? 0 : value[0];
        }
    }
}
