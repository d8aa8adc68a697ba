package io.strait.engine.index;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JII_Result;

/**
 * A page whose places were all given out and left is used again while a live reader reads it: the
 * reader finds the members of its position and counts them, or it is invalidated.
 *
 * <p>Seen to fail on these planted bugs: a page that is taken out before its supersets are empty
 * ({@code 1, 0, 0}); a strip that is stamped after its bits are stored (the same); no second look
 * at the stamp ({@code 1, 1, 0}).
 */
@JCStressTest
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "Member 1, on the first page.")
@Outcome(id = "2, 0, 0", expect = ACCEPTABLE, desc = "Nobody is there.")
@Outcome(id = "3, 2, 1", expect = ACCEPTABLE, desc = "Member 2, on the second page.")
@Outcome(id = "4, 23, 2", expect = ACCEPTABLE, desc = "Member 3 too, on the first page again.")
@Outcome(id = "\\d, -2, -2", expect = ACCEPTABLE, desc = "Invalidated.")
@Outcome(expect = FORBIDDEN, desc = "Somebody is missing, or should not be there.")
@State
public class PageReuseStress {
    private final StressedSet stressed = new StressedSet(0);
    private final CellList scratch = new CellList();

    /** A page whose last place member 1 has, and one whose last place is free. */
    public PageReuseStress() {
        stressed.fill(SetPage.STRIP_PLACES - 1);
        stressed.add(1);
        stressed.fill(SetPage.STRIP_PLACES - 1);
        stressed.enter(0, 1);
        stressed.publish();
    }

    /** Member 1 leaves; member 2 gets the last place of the second page, and 3 one on the first. */
    @Actor
    public void writer() {
        stressed.leave(0, 1);
        stressed.remove(1);
        stressed.publish();
        stressed.add(2);
        stressed.enter(0, 2);
        stressed.publish();
        stressed.add(3);
        stressed.enter(0, 3);
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
