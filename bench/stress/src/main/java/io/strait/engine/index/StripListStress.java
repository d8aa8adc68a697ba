package io.strait.engine.index;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.strait.engine.arena.Arena;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIIII_Result;

/**
 * A reader keeps the list of a strip for the next one, while the writer forgets it because the
 * strip changes: nobody is shown another position's list, then or later.
 */
@JCStressTest
@Outcome(
        id = "(1, 13|2, 24|3, 57), (1, 13|2, 24|3, 57), 57",
        expect = ACCEPTABLE,
        desc = "Each list is that of its position.")
@Outcome(expect = FORBIDDEN, desc = "A mixture, or a stale list.")
@State
public class StripListStress {
    private final StressedSet stressed = new StressedSet(Arena.DEFAULT_QUARANTINE);

    /** A strip with members 1 and 3, whose list nobody has made. */
    public StripListStress() {
        stressed.add(7654321);
        stressed.enter(0, 13);
        stressed.publish();
    }

    /** Two leave and two enter, twice. */
    @Actor
    public void writer() {
        stressed.leave(0, 13);
        stressed.enter(0, 24);
        stressed.publish();
        stressed.leave(0, 24);
        stressed.enter(0, 57);
        stressed.publish();
    }

    /**
     * Lists twice.
     *
     * @param r the position and the list, for each
     */
    @Actor
    public void reader(IIIII_Result r) {
        long position = stressed.position();
        r.r1 = (int) position;
        r.r2 = stressed.listAt(0, position);
        long later = stressed.position();
        r.r3 = (int) later;
        r.r4 = stressed.listAt(0, later);
    }

    /**
     * Lists once more.
     *
     * @param r the list
     */
    @Arbiter
    public void afterwards(IIIII_Result r) {
        r.r5 = stressed.listAt(0, stressed.position());
    }
}
