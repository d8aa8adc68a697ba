package io.strait.engine.lane;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Whoever finds a lane drained has been handed everything that was accepted before the close.
 *
 * <p>Seen to fail on this planted bug: a look into the lane before the look at the close ({@code 1,
 * 1}).
 */
@JCStressTest
@Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "Both came.")
@State
public class DrainStress {
    private final DrainedLane drained = new DrainedLane();

    /** Offers twice and closes. */
    @Actor
    public void producer() {
        drained.lane.offerBarrier(null);
        drained.lane.offerBarrier(null);
        drained.lane.close();
    }

    /**
     * Drains.
     *
     * @param r how many commands came
     */
    @Actor
    public void writer(II_Result r) {
        r.r1 = drained.drain();
    }

    /**
     * Looks what was left behind.
     *
     * @param r how many commands came too late
     */
    @Arbiter
    public void afterwards(II_Result r) {
        r.r2 = drained.poll();
    }
}
