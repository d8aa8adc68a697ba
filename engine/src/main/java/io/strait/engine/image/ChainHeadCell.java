package io.strait.engine.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Two versions of a number, each stamped with the position from which it holds. The writer
 * overwrites the older one, in turns. A stamp is the sequence of its version's sequence lock
 * (Boehm, "Can seqlocks get along with programming language memory models?", 2012); but while one
 * version is being overwritten, the other one stands, so that a writer that stops in between keeps
 * nobody out.
 */
abstract class ChainHeadCell extends ChainHeadPadding {
    /**
     * The stamp of a version that is being overwritten, or was never written: seen from no
     * position.
     */
    static final long NO_POSITION = Long.MAX_VALUE;

    private static final VarHandle EVEN_POSITION = handle("evenPosition");
    private static final VarHandle EVEN_VALUE = handle("evenValue");
    private static final VarHandle ODD_POSITION = handle("oddPosition");
    private static final VarHandle ODD_VALUE = handle("oddValue");

    private long evenPosition;
    private long evenValue;
    private long oddPosition = NO_POSITION;
    private long oddValue;

    ChainHeadCell(long initialValue) {
        evenValue = initialValue;
    }

    final void writeEven(long position, long value) {
        write(EVEN_POSITION, EVEN_VALUE, position, value);
    }

    final void writeOdd(long position, long value) {
        write(ODD_POSITION, ODD_VALUE, position, value);
    }

    /**
     * Pairs with the release store of the stamp in {@link #write}: who sees the stamp sees its
     * value.
     */
    final long evenPositionAcquire() {
        return (long) EVEN_POSITION.getAcquire(this);
    }

    /**
     * Pairs with the release store of the stamp in {@link #write}: who sees the stamp sees its
     * value.
     */
    final long oddPositionAcquire() {
        return (long) ODD_POSITION.getAcquire(this);
    }

    final long evenValueOpaque() {
        return (long) EVEN_VALUE.getOpaque(this);
    }

    final long oddValueOpaque() {
        return (long) ODD_VALUE.getOpaque(this);
    }

    /**
     * Whether the stamp is still what it was before the value was read, so that they belong
     * together. For the stamp that was read first it also tells whether that was too early, before
     * what the other one's acquire shows. Pairs with the release fence in {@link #write}.
     */
    final boolean isEvenUnmoved(long positionBefore) {
        VarHandle.acquireFence();
        return (long) EVEN_POSITION.getOpaque(this) == positionBefore;
    }

    /** The same of the other version. */
    final boolean isOddUnmoved(long positionBefore) {
        VarHandle.acquireFence();
        return (long) ODD_POSITION.getOpaque(this) == positionBefore;
    }

    private void write(VarHandle positionHandle, VarHandle valueHandle, long position, long value) {
        // Release, so that who sees this stamp go also sees the stamp that the other version got
        // before.
        positionHandle.setRelease(this, NO_POSITION);
        // Pairs with the acquire fence in isEvenUnmoved and isOddUnmoved: who saw the new value
        // sees that its stamp was gone.
        VarHandle.releaseFence();
        valueHandle.setOpaque(this, value);
        // Pairs with the acquire loads of the stamps: who sees the stamp sees the value.
        positionHandle.setRelease(this, position);
    }

    private static VarHandle handle(String field) {
        try {
            return MethodHandles.lookup().findVarHandle(ChainHeadCell.class, field, long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
