package io.strait.engine.arena;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * A cell dies and is used again at once while a live reader looks at it: at a position at which it
 * was there, the reader sees what was in it or is invalidated; at a position at which it was dead,
 * the reader does not take it for living.
 */
@JCStressTest
@Outcome(
        id = {"1, 1", "1, -2"},
        expect = ACCEPTABLE,
        desc = "It is there, and has what was in it, or the reader is invalidated.")
@Outcome(id = "1, -1", expect = FORBIDDEN, desc = "Gone before it died.")
@Outcome(
        id = {"2, -1", "2, -2"},
        expect = ACCEPTABLE,
        desc = "It is dead, or the reader is invalidated.")
@Outcome(
        id = {"3, 3", "3, -2"},
        expect = ACCEPTABLE,
        desc = "It is another one.")
@Outcome(expect = FORBIDDEN, desc = "A mixture, or one of the dead.")
@State
public class CellReuseStress {
    private static final int WORD = Cells.HEADER_WORDS;
    private static final int KIND = 1;

    private final Arena arena = new Arena(0);
    private final Cells cells = arena.cells();
    private final int cell = arena.make(WORD + 1, KIND);
    private volatile long published;

    /** The cell is there at position 1. */
    public CellReuseStress() {
        cells.word(cell, WORD, 1);
        publish(1);
    }

    /** Lets the cell go, and uses it again. */
    @Actor
    public void writer() {
        arena.drop(cell);
        publish(2);
        cells.word(arena.make(WORD + 1, KIND), WORD, 3);
        publish(3);
    }

    /**
     * Looks at the cell.
     *
     * @param r the position, what is in the cell then, -1 when it is not there, -2 when the reader
     *     was invalidated
     */
    @Actor
    public void reader(JJ_Result r) {
        long position = published;
        long[] chunk = Cells.chunk(cells.chunksAcquire(), cell);
        int at = Cells.at(cell);
        long found = Cells.isThere(chunk, at, position) ? chunk[at + WORD] : -1;
        r.r1 = position;
        r.r2 = arena.horizon().validate(position) ? found : -2;
    }

    private void publish(long position) {
        published = position;
        arena.publish(position);
    }
}
