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
 * A set gets a fifth page, for which its ring has no room, while a reader reads it: the reader
 * finds the members of its position, in the old ring or in the new one, and counts them.
 *
 * <p>Seen to fail on this planted bug: a larger ring that readers see before its pages are in it
 * ({@code 1, 0, 0}; {@code 1, 1234, 0}).
 */
@JCStressTest
@Outcome(id = "1, 1234, 4", expect = ACCEPTABLE, desc = "A member on each of four pages.")
@Outcome(id = "2, 12345, 5", expect = ACCEPTABLE, desc = "One on the fifth page too.")
@Outcome(id = "3, 1245, 4", expect = ACCEPTABLE, desc = "None on the third page any more.")
@Outcome(expect = FORBIDDEN, desc = "Somebody is missing, or should not be there.")
@State
public class RingGrowthStress {
    private static final int PAGES = 4;

    private final StressedSet stressed = new StressedSet(Arena.DEFAULT_QUARANTINE);
    private final CellList scratch = new CellList();

    /** Four full pages, on each of which one member is left. */
    public RingGrowthStress() {
        for (int number = 1; number <= PAGES; number++) {
            stressed.add(number);
            stressed.fill(SetPage.STRIP_PLACES - 1);
        }
        stressed.enter(0, 1234);
        stressed.publish();
    }

    /** Member 5 gets a place on a new page; then member 3 leaves. */
    @Actor
    public void writer() {
        stressed.add(5);
        stressed.enter(0, 5);
        stressed.publish();
        stressed.leave(0, 3);
        stressed.publish();
    }

    /**
     * Reads.
     *
     * @param r the position, the members, how many there are
     */
    @Actor
    public void reader(JII_Result r) {
        stressed.read(0, scratch, r);
    }
}
