package io.strait.engine.image;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * A head that is read at a position has the value of that very position, or says that it moved on:
 * never another position's value, and never a value under the stamp of another. The value at
 * position n is nnn.
 *
 * <p>It begins at position 3, so that the version which is looked at first has the value before.
 *
 * <p>Seen to fail on these planted bugs: a value overwritten under its old stamp ({@code 3, 333,
 * 555}); the even stamp, or the odd one, not looked at again after the value ({@code 3, 444, -2},
 * {@code 3, 555, -2}); plain accesses and no fences ({@code 3, 333, 777}). That the stamp is taken
 * away by a release store cannot be seen on processors that keep stores in their order.
 */
@JCStressTest
@Outcome(
        id = "(\\d), (\\1\\1\\1|-2), (333|-2)",
        expect = ACCEPTABLE,
        desc = "Each read has the value of its position, or is lapped.")
@State
public class ChainHeadStress {
    private static final int FIRST = 3;

    /** No value of a head, not even of one that has none. */
    private static final int LAPPED = -2;

    private final ChainHead head = new ChainHead(0);

    /** What publishes heads in the engine is a position too, that of the root. */
    private volatile int published;

    /** A head at the first position, both of whose versions were written. */
    public ChainHeadStress() {
        for (int position = 1; position <= FIRST; position++) {
            update(position);
        }
    }

    /** Updates the head four times: both versions, twice. */
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
        head.write(position, position * 111L);
        published = position;
    }

    private int readAt(int position) {
        long value = head.readAt(position);
        return value == ChainHead.LAPPED ? LAPPED : (int) value;
    }
}
