package io.strait.engine.index;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.strait.engine.arena.Arena;
import io.strait.engine.arena.Cells;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JII_Result;

/**
 * A segment of an index is full, and is replaced by a larger one, while a reader looks up a cell
 * that was in it and one for which it grows.
 *
 * <p>Seen to fail on this planted bug: a larger segment that readers see before its entries are in
 * it ({@code 1, 0, 0}).
 */
@JCStressTest
@Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "Before it grows.")
@Outcome(id = "2, 1, 1", expect = ACCEPTABLE, desc = "Afterwards.")
@Outcome(id = "3, 0, 1", expect = ACCEPTABLE, desc = "The first cell is not there any more.")
@Outcome(expect = FORBIDDEN, desc = "One is missing, or should not be there.")
@State
public class IndexGrowthStress {
    private static final int KIND = 1;
    private static final int ID = Cells.HEADER_WORDS;

    /** So many entries the first segment takes. */
    private static final int ENTRIES = 42;

    private static final int MULTIPLIER = 0x9E37_79B9;
    private static final KeyMatch MATCH =
            (chunk, at, cell, key, number) -> chunk[at + ID] == number;

    private final Arena arena = new Arena(Arena.DEFAULT_QUARANTINE);
    private final CellIndex index = new CellIndex(arena.cells());
    private final int first;
    private volatile long published;

    /** A full segment. */
    public IndexGrowthStress() {
        arena.setOwner(KIND, cell -> index.remove(cell, hash(arena.cells().word(cell, ID))));
        first = add(1);
        for (int id = 2; id <= ENTRIES; id++) {
            add(id);
        }
        publish();
    }

    /** One cell more; then the first one goes. */
    @Actor
    public void writer() {
        add(ENTRIES + 1);
        publish();
        arena.drop(first);
        publish();
    }

    /**
     * Reads.
     *
     * @param r the position; whether the first cell is there, and whether the last one is
     */
    @Actor
    public void reader(JII_Result r) {
        long position = published;
        r.r1 = position;
        r.r2 = count(position, 1);
        r.r3 = count(position, ENTRIES + 1);
    }

    private int count(long position, int id) {
        return index.findAt(position, hash(id), MATCH, null, id) == Cells.NONE ? 0 : 1;
    }

    private int add(int id) {
        int cell = arena.make(ID + 1, KIND);
        arena.cells().word(cell, ID, id);
        index.insert(cell, hash(id));
        return cell;
    }

    private static int hash(long id) {
        return (int) id * MULTIPLIER;
    }

    private void publish() {
        long position = arena.batch();
        published = position;
        arena.publish(position);
    }
}
