package io.strait.engine.snapshot;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIIII_Result;

/**
 * Who captures a root and who advances and seals it agree on who was first: a captured root stands
 * still, and whoever seals it knows that its heads are needed; a sealed one cannot be captured any
 * more.
 *
 * <p>Seen to fail on these planted bugs: a capture that does not look for the seal ({@code 1, 0, 1,
 * 2, 2}); a seal that loads and stores instead of doing both at once (the same).
 */
@JCStressTest
@Outcome(id = "0, 1, 1, 1, 1", expect = ACCEPTABLE, desc = "Captured before it could advance.")
@Outcome(id = "1, 1, 1, 2, 2", expect = ACCEPTABLE, desc = "Captured between advance and seal.")
@Outcome(id = "1, 0, 0, 2, 2", expect = ACCEPTABLE, desc = "Sealed before the capture.")
@State
public class RootCaptureStress {
    private final Root root = new Root(null, null, 1);

    /**
     * Advances to position 2, then seals.
     *
     * @param r 1 if it advanced, 1 if the seal found it captured
     */
    @Actor
    public void writer(IIIII_Result r) {
        r.r1 = root.advance(2) ? 1 : 0;
        r.r2 = root.seal() ? 1 : 0;
    }

    /**
     * Captures.
     *
     * @param r 1 if it is captured, position
     */
    @Actor
    public void reader(IIIII_Result r) {
        r.r3 = root.capture() ? 1 : 0;
        r.r4 = (int) root.positionAcquire();
    }

    /**
     * Looks once more.
     *
     * @param r position
     */
    @Arbiter
    public void afterwards(IIIII_Result r) {
        r.r5 = (int) root.positionAcquire();
    }
}
