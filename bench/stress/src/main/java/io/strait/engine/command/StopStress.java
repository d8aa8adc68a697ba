package io.strait.engine.command;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.strait.api.WaitPreset;
import io.strait.api.error.NotAcceptedException;
import io.strait.engine.lifecycle.Lifecycle;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Who waits while the engine fails and stops loses no outcome that was told before, and is told of
 * the failure, not of a close, where there is none.
 *
 * <p>Seen to fail on this planted bug: a waiter that takes a stop for the end without looking for
 * its outcome once more ({@code FAILED, FAILED}).
 */
@JCStressTest
@Outcome(id = "OK, FAILED", expect = ACCEPTABLE, desc = "One was told in time, the other never.")
@State
public class StopStress {
    private final Lifecycle lifecycle = new Lifecycle("stress");
    private final CallerWait wait = CallerWait.of(WaitPreset.LOWEST_CPU, lifecycle, () -> false);
    private final Completion<Void> told = newCompletion();
    private final Completion<Void> untold = newCompletion();

    /** Tells one outcome and dies. */
    @Actor
    public void writer() {
        told.settle();
        lifecycle.failRelease(new IllegalStateException("planned"));
        lifecycle.stopRelease();
    }

    /**
     * Waits for both outcomes.
     *
     * @param r how the waits ended
     */
    @Actor
    public void waiter(LL_Result r) {
        r.r1 = await(told);
        r.r2 = await(untold);
    }

    private Completion<Void> newCompletion() {
        return new Completion<>(wait, Duration.ofMinutes(1).toNanos());
    }

    private static Object await(Completion<Void> completion) {
        try {
            completion.await();
            return completion.code();
        } catch (NotAcceptedException e) {
            return e.code();
        }
    }
}
