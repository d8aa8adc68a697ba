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
 * <p>Seen to fail on these planted bugs: a value overwritten under its old stamp ({@code 2, 444,
 * -1}); the even stamp, the odd one, or neither looked at again after the value ({@code 2, 444,
 * -1}, {@code 3, 555, -1}, both); plain accesses and no fences ({@code 1, 333, -1}, in one of eight
 * JVM configurations, when both versions were read each time).
 */
@JCStressTest
@Outcome(
        id = "(\\d), (\\1\\1\\1|-1), (111|-1)",
        expect = ACCEPTABLE,
        desc = "Each read has the value of its position, or is lapped.")
@State
public class ChainHeadStress {
    private static final int LAPPED = -1;

    private final ChainHead head = new ChainHead(0);

    /** What publishes heads in the engine is a position too, that of the root. */
    private volatile int published;

    /** A head at position 1. */
    public ChainHeadStress() {
        update(1);
    }

    /** Updates the head four times: both versions, twice. */
    @Actor
    public void writer() {
        update(2);
        update(3);
        update(4);
        update(5);
    }

    /**
     * Reads at the newest position and at the oldest.
     *
     * @param r the newest position, the values there and at position 1, -1 for lapped
     */
    @Actor
    public void reader(III_Result r) {
        int position = published;
        r.r1 = position;
        r.r2 = readAt(position);
        r.r3 = readAt(1);
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
