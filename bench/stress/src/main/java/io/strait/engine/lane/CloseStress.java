package io.strait.engine.lane;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LII_Result;

/**
 * An offer to a lane that is being closed is accepted and handed over, or turned down; never
 * accepted and left behind.
 *
 * <p>Seen to fail on this planted bug: a close without the lock ({@code ACCEPTED, 0, 1}).
 */
@JCStressTest
@Outcome(id = "ACCEPTED, 1, 0", expect = ACCEPTABLE, desc = "Offered before the close.")
@Outcome(id = "CLOSED, 0, 0", expect = ACCEPTABLE, desc = "Offered after the close.")
@Outcome(id = "FULL, 0, 0", expect = ACCEPTABLE, desc = "The closer lost its core for 10 ms.")
@State
public class CloseStress {
    private final DrainedLane drained = new DrainedLane();

    /**
     * Offers.
     *
     * @param r what became of it
     */
    @Actor
    public void producer(LII_Result r) {
        r.r1 = drained.lane.offerBarrier(null);
    }

    /**
     * Closes, and drains.
     *
     * @param r how many commands came
     */
    @Actor
    public void writer(LII_Result r) {
        drained.lane.close();
        r.r2 = drained.drain();
    }

    /**
     * Looks what was left behind.
     *
     * @param r how many commands came too late
     */
    @Arbiter
    public void afterwards(LII_Result r) {
        r.r3 = drained.poll();
    }
}
