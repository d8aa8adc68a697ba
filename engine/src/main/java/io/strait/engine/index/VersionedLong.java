package io.strait.engine.index;

import io.strait.engine.access.Fields;
import io.strait.engine.access.Padded;
import io.strait.engine.arena.Pins;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A number that the writer updates in place and any thread reads as of a position: two versions,
 * each stamped with the position from which it holds. The writer overwrites the older one, in
 * turns. A stamp is the sequence of its version's sequence lock (Boehm, "Can seqlocks get along
 * with programming language memory models?", 2012); while one version is being overwritten, the
 * other one is valid, so that a writer that stops in between keeps nobody out. A version that a
 * pinned position needs is put aside before it is overwritten. Neither side locks or waits; the
 * writer allocates only for pinned positions.
 */
public final class VersionedLong extends Padded {
    /** What {@link #readAt} returns when the number moved on twice past the position. */
    public static final long LAPPED = Long.MIN_VALUE;

    /** The stamp of a version that is being overwritten, or was never written. */
    private static final long NO_POSITION = Long.MAX_VALUE;

    /**
     * So often a reader at a pinned position looks for its version: in two places, and among those
     * put aside. The second look finds it: what the first one saw go was put aside before.
     */
    private static final int PINNED_LOOKS = 3;

    private static final VarHandle EVEN_POSITION = handle("evenPosition");
    private static final VarHandle EVEN_VALUE = handle("evenValue");
    private static final VarHandle ODD_POSITION = handle("oddPosition");
    private static final VarHandle ODD_VALUE = handle("oddValue");
    private static final VarHandle PAST = handle("past");

    private long evenPosition;
    private long evenValue;
    private long oddPosition = NO_POSITION;
    private long oddValue;

    /** Versions that are needed by pinned positions, in no order. */
    private Past past;

    /** Whether the next version is the odd one. The writer's. */
    private boolean nextIsOdd = true;

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

    /** A number that has had one value from the beginning. */
    public VersionedLong(long initialValue) {
        evenValue = initialValue;
    }

    /** The newest value. Writer thread only. */
    public long newest() {
        return nextIsOdd ? evenValue : oddValue;
    }

    /**
     * Sets the value that holds from a batch on. Writer thread only; batches rise.
     *
     * @return whether this put aside an older version while none was
     */
    public boolean set(long batch, long value, Pins pins) {
        if ((nextIsOdd ? evenPosition : oddPosition) == batch) {
            // Nobody reads at the batch's positions yet.
            (nextIsOdd ? EVEN_VALUE : ODD_VALUE).setOpaque(this, value);
            return false;
        }
        boolean isPutAside = !pins.isEmpty() && putAside(pins);
        if (nextIsOdd) {
            write(ODD_POSITION, ODD_VALUE, batch, value);
        } else {
            write(EVEN_POSITION, EVEN_VALUE, batch, value);
        }
        nextIsOdd = !nextIsOdd;
        return isPutAside;
    }

    /**
     * The value that holds at a position, or {@link #LAPPED}. Any thread. Both stamps are read, but
     * only the version that is wanted, and its stamp once more.
     */
    public long readAt(long position) {
        // Both pair with the release store of the stamp in write: a thread that sees it sees its
        // value.
        long even = (long) EVEN_POSITION.getAcquire(this);
        long odd = (long) ODD_POSITION.getAcquire(this);
        if (odd <= position && (odd > even || even > position)) {
            long value = (long) ODD_VALUE.getOpaque(this);
            return isUnmoved(ODD_POSITION, odd) ? value : LAPPED;
        }
        if (even <= position) {
            long value = (long) EVEN_VALUE.getOpaque(this);
            return isUnmoved(EVEN_POSITION, even) ? value : LAPPED;
        }
        return LAPPED;
    }

    /** The value that holds at a position: LAPPED only where that is not pinned. Any thread. */
    public long readAt(long position, boolean isPinned) {
        return isPinned ? readPinned(position) : readAt(position);
    }

    /** The value that holds at a pinned position. Any thread; throws if no version has it. */
    public long readPinned(long position) {
        for (int looks = 0; looks < PINNED_LOOKS; looks++) {
            long value = readAt(position);
            if (value != LAPPED) {
                return value;
            }
            // Pairs with the release in putAside: a thread that sees a version go finds it here.
            for (Past at = (Past) PAST.getAcquire(this); at != null; at = at.older) {
                if (at.from <= position && position < at.to) {
                    return at.value;
                }
            }
        }
        throw new IllegalStateException("no version at the pinned position " + position + stamps());
    }

    private String stamps() {
        StringBuilder stamps = new StringBuilder(": even from ");
        stamps.append(EVEN_POSITION.getAcquire(this)).append(", odd from ");
        stamps.append(ODD_POSITION.getAcquire(this));
        for (Past at = (Past) PAST.getAcquire(this); at != null; at = at.older) {
            stamps.append(", ").append(at.from).append(" to ").append(at.to);
        }
        return stamps.toString();
    }

    /**
     * Forgets the versions that no pinned position needs any more. Writer thread only.
     *
     * @return whether any are left
     */
    public boolean prune(Pins pins) {
        Past kept = null;
        for (Past at = past; at != null; at = at.older) {
            if (pins.seeing(at.from, at.to) != null) {
                kept = new Past(at.from, at.to, at.value, kept);
            }
        }
        PAST.setRelease(this, kept);
        return kept != null;
    }

    /**
     * Puts the older version aside if a pinned position needs it; returns whether it is the only
     * one.
     */
    private boolean putAside(Pins pins) {
        long from = nextIsOdd ? oddPosition : evenPosition;
        long to = nextIsOdd ? evenPosition : oddPosition;
        if (from == NO_POSITION || pins.seeing(from, to) == null) {
            return false;
        }
        long value = nextIsOdd ? oddValue : evenValue;
        boolean wasEmpty = past == null;
        PAST.setRelease(this, new Past(from, to, value, past));
        return wasEmpty;
    }

    private void write(VarHandle positionHandle, VarHandle valueHandle, long position, long value) {
        // Release: a thread that sees this stamp go also sees the stamp that the other version got
        // before, and what was put aside.
        positionHandle.setRelease(this, NO_POSITION);
        // Pairs with the acquire fence in isUnmoved: a thread that saw the new value sees that its
        // stamp was gone.
        VarHandle.releaseFence();
        valueHandle.setOpaque(this, value);
        // Pairs with the acquire loads of the stamps: a thread that sees the stamp sees the value.
        positionHandle.setRelease(this, position);
    }

    /**
     * Whether the stamp is still what it was before the value was read, so that they belong
     * together. For the stamp that was read first it also tells whether that was too early, before
     * what the other one's acquire shows. Pairs with the release fence in {@link #write}.
     */
    private boolean isUnmoved(VarHandle positionHandle, long positionBefore) {
        VarHandle.acquireFence();
        return (long) positionHandle.getOpaque(this) == positionBefore;
    }

    private static VarHandle handle(String field) {
        return Fields.handle(MethodHandles.lookup(), field);
    }

    /** A version that was put aside. Immutable. */
    private static final class Past {
        final long from;
        final long to;
        final long value;
        final Past older;

        Past(long from, long to, long value, Past older) {
            this.from = from;
            this.to = to;
            this.value = value;
            this.older = older;
        }
    }
}
