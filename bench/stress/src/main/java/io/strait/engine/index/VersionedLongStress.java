package io.strait.engine.index;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.strait.engine.arena.Arena;
import io.strait.engine.arena.Pins;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * A number that is read at a position has the value of that very position, or says that it moved
 * on: never another position's value, and never a value under the stamp of another. The value at
 * position n is nnn.
 *
 * <p>It begins at position 3, so that the version which is looked at first has the value before.
 *
 * <p>Seen to fail on these planted bugs: a value overwritten under its old stamp ({@code 4, 444,
 * 555}); the even stamp, or the odd one, not looked at again after the value ({@code 4, 666, -2},
 * {@code 3, 555, -2}). That the stamp is taken away by a release store cannot be seen on processors
 * that keep stores in their order.
 */
@JCStressTest
@Outcome(
        id = "(\\d), (\\1\\1\\1|-2), (333|-2)",
        expect = ACCEPTABLE,
        desc = "Each read has the value of its position, or is lapped.")
@State
public class VersionedLongStress {
    private static final int FIRST = 3;

    private static final int LAPPED = -2;
    private static final Pins NO_PINS = new Arena(0).pins();

    private final VersionedLong number = new VersionedLong(0);
    private volatile int published;

    /** A number at the first position, both of whose versions were written. */
    public VersionedLongStress() {
        for (int position = 1; position <= FIRST; position++) {
            update(position);
        }
    }

    /** Sets the number four times: both versions, twice. */
    @Actor
    public void writer() {
        update(4);
        update(5);
        update(6);
        update(7);
    }

    /**
     * Reads at the newest position and at the oldest.
     *
     * @param r the newest position, the values there and at the first, -2 for lapped
     */
    @Actor
    public void reader(III_Result r) {
        int position = published;
        r.r1 = position;
        r.r2 = readAt(position);
        r.r3 = readAt(FIRST);
    }

    private void update(int position) {
        number.set(position, position * 111L, NO_PINS);
        published = position;
    }

    private int readAt(int position) {
        long value = number.readAt(position);
        return value == VersionedLong.LAPPED ? LAPPED : (int) value;
    }
}
