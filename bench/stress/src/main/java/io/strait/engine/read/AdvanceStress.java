package io.strait.engine.read;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.strait.engine.StressedState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Batches that change nothing but a head, published by advancing the version: a thread that sees
 * the position sees the head as of it, and nobody sees a head of which the position is not
 * published.
 *
 * <p>Seen to fail on this planted bug: heads stamped with the position published last ({@code 1, 2,
 * 1}).
 */
@JCStressTest
@Outcome(
        id = {"1, 1, [123]", "1, 2, [23]", "1, 3, 3", "2, 2, [23]", "2, 3, 3", "3, 3, 3"},
        expect = ACCEPTABLE,
        desc = "The head lies between the positions before and after it was read.")
@State
public class AdvanceStress {
    private final StressedState state = new StressedState();

    /** A state with one block. */
    public AdvanceStress() {
        state.commitNext();
    }

    /** Publishes blocks 2 and 3, one after the other, without tasks. */
    @Actor
    public void writer() {
        state.moveHead();
        state.moveHead();
    }

    /**
     * Reads the head between two looks at the position.
     *
     * @param r position, head, position
     */
    @Actor
    public void reader(III_Result r) {
        r.r1 = (int) state.publication.positionAcquire();
        r.r2 = state.head();
        r.r3 = (int) state.publication.positionAcquire();
    }
}
