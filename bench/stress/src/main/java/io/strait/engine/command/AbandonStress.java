package io.strait.engine.command;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.strait.api.WaitPreset;
import io.strait.engine.lifecycle.Lifecycle;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * A ticket has one ending, and keeps it: when the writer tells an outcome while a waiter gives the
 * writer up, both see the same, then and later.
 *
 * <p>Seen to fail on this planted bug: a status that is looked at and then set, instead of both at
 * once ({@code OK, CLOSED, OK, 42}).
 */
@JCStressTest
@Outcome(id = "OK, OK, OK, 42", expect = ACCEPTABLE, desc = "The writer was first.")
@Outcome(id = "CLOSED, CLOSED, CLOSED, 0", expect = ACCEPTABLE, desc = "The waiter was first.")
@State
public class AbandonStress {
    private static final CallerWait WAIT =
            CallerWait.of(WaitPreset.BALANCED, new Lifecycle("stress"), () -> false);

    private final Completion<Void> completion =
            new Completion<>(WAIT, Duration.ofMinutes(1).toNanos());

    /** A completion of which the outcome is taken down. */
    public AbandonStress() {
        io.strait.engine.state.Outcome outcome = new io.strait.engine.state.Outcome();
        outcome.nothing();
        completion.record(42, outcome);
    }

    /**
     * Tells the outcome.
     *
     * @param r the ending
     */
    @Actor
    public void writer(LLLL_Result r) {
        completion.settle();
        r.r1 = completion.code();
    }

    /**
     * Gives up.
     *
     * @param r the ending
     */
    @Actor
    public void waiter(LLLL_Result r) {
        completion.abandon();
        r.r2 = completion.code();
    }

    /**
     * Looks once more.
     *
     * @param r the ending, position
     */
    @Arbiter
    public void afterwards(LLLL_Result r) {
        r.r3 = completion.code();
        r.r4 = completion.position();
    }
}
