package io.strait.engine.command;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.strait.api.WaitPreset;
import io.strait.engine.lifecycle.Lifecycle;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * A waiter that goes to sleep while the outcome is told does not sleep through it.
 *
 * <p>Seen to fail on this planted bug: no look at the status between the announcement and the sleep
 * ({@code false}).
 */
@JCStressTest
@Outcome(id = "true", expect = ACCEPTABLE, desc = "Woken, or never slept.")
@Outcome(id = "false", expect = FORBIDDEN, desc = "Slept until its time was up.")
@State
public class ParkStress {
    private static final CallerWait WAIT =
            CallerWait.of(WaitPreset.BALANCED, new Lifecycle("stress"), () -> false);

    /** Far longer than the machine could keep a thread from running. */
    private static final long PARK_NS = Duration.ofSeconds(3).toNanos();

    /**
     * How long the writer waits for the waiter, so that the two meet: not for ever, or all would
     * look alike.
     */
    private static final int SPINS = 1_000;

    private final Completion<Void> completion = new Completion<>(WAIT, PARK_NS);
    private volatile boolean parking;

    /** Tells the outcome, just when the waiter goes to sleep. */
    @Actor
    public void writer() {
        for (int i = 0; i < SPINS && !parking; i++) {
            Thread.onSpinWait();
        }
        completion.settle();
    }

    /**
     * Sleeps until there is an outcome.
     *
     * @param r whether it was woken in time
     */
    @Actor
    public void waiter(Z_Result r) {
        long startNs = System.nanoTime();
        parking = true;
        while (!completion.isDone()) {
            completion.park(PARK_NS);
        }
        r.r1 = System.nanoTime() - startNs < PARK_NS;
    }
}
