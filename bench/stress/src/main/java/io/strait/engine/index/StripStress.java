package io.strait.engine.index;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.strait.engine.arena.Arena;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JII_Result;

/**
 * A strip that two members leave and two others enter in one batch, while a reader reads it: the
 * reader finds the members of its position, never some of the old ones and some of the new, and
 * counts two of them.
 */
@JCStressTest
@Outcome(id = "1, 13, 2", expect = ACCEPTABLE, desc = "The first members.")
@Outcome(id = "2, 24, 2", expect = ACCEPTABLE, desc = "The second members.")
@Outcome(id = "3, 57, 2", expect = ACCEPTABLE, desc = "The third members.")
@Outcome(expect = FORBIDDEN, desc = "A mixture, or a wrong count.")
@State
public class StripStress {
    private final StressedSet stressed = new StressedSet(Arena.DEFAULT_QUARANTINE);
    private final CellList scratch = new CellList();

    /** A strip with members 1 and 3. */
    public StripStress() {
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
     * Reads.
     *
     * @param r the position, the members, how many there are
     */
    @Actor
    public void reader(JII_Result r) {
        long position = stressed.position();
        r.r1 = position;
        r.r2 = stressed.membersAt(0, position, scratch);
        r.r3 = stressed.set.countAt(0, position);
    }
}
