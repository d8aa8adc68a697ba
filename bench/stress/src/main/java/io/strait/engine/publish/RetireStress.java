package io.strait.engine.publish;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.strait.engine.StressedState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * A writer that is given up while it publishes: it knows of each batch whether that became visible,
 * and the position that is published last stays.
 *
 * <p>Seen to fail on this planted bug: a retirement that does not pin the position first, so that a
 * batch advances a position nobody looks at ({@code 1, 0, 1, 1}).
 */
@JCStressTest
@Outcome(id = "0, 0, 1, 1", expect = ACCEPTABLE, desc = "Retired before both batches.")
@Outcome(id = "1, 0, 2, 2", expect = ACCEPTABLE, desc = "Retired between them.")
@Outcome(id = "1, 1, 3, 3", expect = ACCEPTABLE, desc = "Retired after them.")
@State
public class RetireStress {
    private final StressedState state = new StressedState();

    /** A state with one block. */
    public RetireStress() {
        state.commitNext();
    }

    /**
     * Publishes two batches.
     *
     * @param r for each, 1 if it became visible
     */
    @Actor
    public void writer(IIII_Result r) {
        r.r1 = state.moveHead() ? 1 : 0;
        r.r2 = state.commitNext() ? 1 : 0;
    }

    /**
     * Retires.
     *
     * @param r the position published last
     */
    @Actor
    public void closer(IIII_Result r) {
        state.publication.retire();
        r.r3 = (int) state.publication.positionAcquire();
    }

    /**
     * Looks once more.
     *
     * @param r the position published last
     */
    @Arbiter
    public void afterwards(IIII_Result r) {
        r.r4 = (int) state.publication.positionAcquire();
    }
}
