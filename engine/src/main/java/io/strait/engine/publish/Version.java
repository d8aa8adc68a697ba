package io.strait.engine.publish;

import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A published position. It advances from batch to batch until a snapshot pins it; then it stays,
 * and the next publication makes a new version. Position and flags are one word, so that pinning
 * and advancing cannot both believe that they were first.
 */
public final class Version {
    private static final long PINNED = 1;
    private static final long SEALED = 2;
    private static final int POSITION_SHIFT = 2;
    private static final VarHandle WORD = Fields.handle(MethodHandles.lookup(), "word");

    private final boolean retired;
    private long word;

    Version(long position, boolean retired) {
        this.word = position << POSITION_SHIFT;
        this.retired = retired;
    }

    /** Sets the position of a version that nobody has seen yet. */
    void begin(long position) {
        word = position << POSITION_SHIFT;
    }

    /** Whether there are to be no more live reads. */
    public boolean isRetired() {
        return retired;
    }

    /**
     * The position. Pairs with the compare-and-set in {@link #advance}: a thread that sees the
     * position sees the state as of it.
     */
    public long positionAcquire() {
        return (long) WORD.getAcquire(this) >>> POSITION_SHIFT;
    }

    /** Advances the position, unless a snapshot has pinned it. Writer thread only. */
    boolean advance(long position) {
        long seen = (long) WORD.getOpaque(this);
        return (seen & PINNED) == 0 && WORD.compareAndSet(this, seen, position << POSITION_SHIFT);
    }

    /**
     * Makes the position stay, for ever. Any thread; tries again only when the writer has advanced
     * the position meanwhile. False when a newer version is published.
     */
    boolean pin() {
        while (true) {
            long seen = (long) WORD.getAcquire(this);
            if ((seen & PINNED) != 0) {
                return true;
            }
            if ((seen & SEALED) != 0) {
                return false;
            }
            if (WORD.compareAndSet(this, seen, seen | PINNED)) {
                return true;
            }
        }
    }

    /** Lets nobody pin it any more; tells whether anybody has. Writer thread only. */
    boolean seal() {
        return ((long) WORD.getAndBitwiseOr(this, SEALED) & PINNED) != 0;
    }
}
