package io.strait.engine.lane;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJJJ_Result;

/**
 * The writer sees each command whole, and the producer each outcome, once it is acknowledged. Of
 * two commands the second may come in the same batch or not; in the end both have come.
 *
 * <p>Seen to fail on these planted bugs: a slot that is published before it is filled ({@code 2, 7,
 * 1, 1, 7}), and an acknowledgement before the outcomes ({@code 2, 15, 1, 0, 15}).
 */
@JCStressTest
@Outcome(id = "1, 7, (-1|0|1), (-1|1), 15", expect = ACCEPTABLE, desc = "The first one came alone.")
@Outcome(id = "2, 15, (-1|0|1), (-1|1), 15", expect = ACCEPTABLE, desc = "Both came.")
@Outcome(id = "0, 0, -1, -1, 15", expect = ACCEPTABLE, desc = "None came yet.")
@State
public class ProducerLaneStress {
    /** How long the producer waits for the writer, so that the two meet: not for ever. */
    private static final int SPINS = 100;

    private final ProducerLane lane = new ProducerLane(0, 4, null, LaneHolder.ENGINE);
    private final AppliedBlocks blocks = new AppliedBlocks(1);

    /**
     * Hands two commands in, and looks for the outcome of the first.
     *
     * @param r what is acknowledged, and the position of the first if it is
     */
    @Actor
    public void producer(JJJJJ_Result r) {
        handIn(7);
        handIn(8);
        lane.outcomeAcquire(0);
        for (int i = 0;
                i < SPINS && Acknowledgement.sequenceOf(lane.acknowledgedAcquire()) < 0;
                i++) {
            Thread.onSpinWait();
        }
        r.r3 = Acknowledgement.sequenceOf(lane.acknowledgedAcquire());
        r.r4 = r.r3 < 0 ? -1 : ProducerLane.positionOf(lane.outcomeAcquire(0));
    }

    /**
     * Takes what is there.
     *
     * @param r how many commands, and the sum of their numbers
     */
    @Actor
    public void writer(JJJJJ_Result r) {
        r.r1 = lane.drainTo(blocks, 4);
        lane.acknowledge();
        r.r2 = blocks.sum();
    }

    /**
     * Takes the rest.
     *
     * @param r the sum of all numbers
     */
    @Arbiter
    public void afterwards(JJJJJ_Result r) {
        lane.drainTo(blocks, 4);
        r.r5 = blocks.sum();
    }

    private void handIn(long number) {
        lane.blockUpdate(0, number, 0);
    }
}
