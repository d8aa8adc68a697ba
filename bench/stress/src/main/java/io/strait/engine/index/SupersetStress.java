package io.strait.engine.index;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JII_Result;

/**
 * A bit that leaves the superset of a strip, as soon as it may, while a live reader reads the
 * strip: the reader finds all members of its position and counts them, or it is invalidated. No
 * cell is let go that would invalidate it too.
 *
 * <p>Seen to fail on these planted bugs: a superset that is cleared without raising the horizon
 * ({@code 1, 3, 1}); a strip that is stamped after its bits are stored ({@code 1, 3, 2}); no second
 * look at the stamp (the same).
 */
@JCStressTest
@Outcome(id = "1, 13, 2", expect = ACCEPTABLE, desc = "Member 1 is there.")
@Outcome(id = "2, 3, 1", expect = ACCEPTABLE, desc = "Member 1 has left.")
@Outcome(id = "3, 3, 1", expect = ACCEPTABLE, desc = "Its bit has left too.")
@Outcome(id = "\\d, -2, -2", expect = ACCEPTABLE, desc = "Invalidated.")
@Outcome(expect = FORBIDDEN, desc = "Somebody is missing, or should not be there.")
@State
public class SupersetStress {
    private final StressedSet stressed = new StressedSet(0);
    private final CellList scratch = new CellList();

    /** Members 1 and 3 on the one track, 2 on the other. */
    public SupersetStress() {
        stressed.add(321);
        stressed.enter(0, 13);
        stressed.enter(1, 2);
        stressed.publish();
    }

    /** Member 1 leaves; member 2 leaves the other track, so that the bit of 1 has waited enough. */
    @Actor
    public void writer() {
        stressed.leave(0, 1);
        stressed.publish();
        stressed.leave(1, 2);
        stressed.publish();
    }

    /**
     * Reads.
     *
     * @param r the position; the members, and how many there are: -2 when the reader is invalidated
     */
    @Actor
    public void reader(JII_Result r) {
        stressed.read(0, scratch, r);
    }
}
