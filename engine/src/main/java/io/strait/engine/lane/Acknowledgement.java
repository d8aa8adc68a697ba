package io.strait.engine.lane;

import io.strait.engine.access.Fields;
import io.strait.engine.access.Padded;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How far a lane's commands are applied and visible: the number of the last such command and its
 * outcome, in one word, so that who waits for that very command has all with one load. On a cache
 * line of its own.
 */
final class Acknowledgement extends Padded {
    private static final int CODE_BITS = 8;
    private static final long CODE_MASK = (1 << CODE_BITS) - 1;
    private static final VarHandle WORD = Fields.handle(MethodHandles.lookup(), "word");

    private long word = -1L << CODE_BITS;

    long p20;
    long p21;
    long p22;
    long p23;
    long p24;
    long p25;
    long p26;
    long p27;
    long p28;
    long p29;
    long p30;
    long p31;
    long p32;
    long p33;
    long p34;

    /**
     * Pairs with {@link #wordAcquire}: a thread that sees the word sees the outcomes, and their
     * effects.
     */
    void wordRelease(long sequence, int code) {
        WORD.setRelease(this, sequence << CODE_BITS | code & CODE_MASK);
    }

    /** Pairs with {@link #wordRelease}. */
    long wordAcquire() {
        return (long) WORD.getAcquire(this);
    }

    /** The number of the last command in a word; -1 for none. */
    static long sequenceOf(long word) {
        return word >> CODE_BITS;
    }

    /** The code of the last command in a word. */
    static int codeOf(long word) {
        return (byte) word;
    }
}
