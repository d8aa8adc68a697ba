package io.strait.engine.publish;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIIII_Result;

/**
 * Who pins a version and who advances and seals it agree on who was first: a pinned version stands
 * still, and whoever seals it knows that its position is needed; a sealed one cannot be pinned any
 * more.
 *
 * <p>Seen to fail on these planted bugs: a pin that does not look for the seal ({@code 1, 0, 1, 2,
 * 2}); a seal that loads and stores instead of doing both at once (the same).
 */
@JCStressTest
@Outcome(id = "0, 1, 1, 1, 1", expect = ACCEPTABLE, desc = "Pinned before it could advance.")
@Outcome(id = "1, 1, 1, 2, 2", expect = ACCEPTABLE, desc = "Pinned between advance and seal.")
@Outcome(id = "1, 0, 0, 2, 2", expect = ACCEPTABLE, desc = "Sealed before the pin.")
@State
public class VersionPinStress {
    private final Version version = new Version(1, false);

    /**
     * Advances to position 2, then seals.
     *
     * @param r 1 if it advanced, 1 if the seal found it pinned
     */
    @Actor
    public void writer(IIIII_Result r) {
        r.r1 = version.advance(2) ? 1 : 0;
        r.r2 = version.seal() ? 1 : 0;
    }

    /**
     * Pins.
     *
     * @param r 1 if it is pinned, position
     */
    @Actor
    public void reader(IIIII_Result r) {
        r.r3 = version.pin() ? 1 : 0;
        r.r4 = (int) version.positionAcquire();
    }

    /**
     * Looks once more.
     *
     * @param r position
     */
    @Arbiter
    public void afterwards(IIIII_Result r) {
        r.r5 = (int) version.positionAcquire();
    }
}
