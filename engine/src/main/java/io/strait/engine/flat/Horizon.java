package io.strait.engine.flat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Up to where the past may be overwritten. Who reads at a position without having captured it asks
 * afterwards whether that was still standing; if not, what was read is thrown away and read again
 * at a newer position. A sequence lock (Boehm, "Can seqlocks get along with programming language
 * memory models?", 2012) whose sequence is the position.
 */
public final class Horizon {
    private static final VarHandle OLDEST;

    static {
        try {
            OLDEST = MethodHandles.lookup().findVarHandle(Horizon.class, "oldest", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long oldest;

    /** Everything stands. */
    public Horizon() {}

    /**
     * What was let go at this position, or before it, is used again from now on. Writer thread
     * only, before it stores anything there.
     */
    void raise(long position) {
        if (position > oldest) {
            OLDEST.setOpaque(this, position);
            // Pairs with the fence in stands: who sees what is stored after it sees the position.
            VarHandle.releaseFence();
        }
    }

    /**
     * Whether all that was visible at a position is as it was. Any thread, after it has read.
     *
     * @param position where it read
     * @return false when it may have read what was overwritten
     */
    public boolean stands(long position) {
        // Pairs with the fence in raise.
        VarHandle.acquireFence();
        return (long) OLDEST.getOpaque(this) <= position;
    }

    /**
     * The same before it reads: true by chance, for who is going to ask again of what is read.
     * Opaque, so that a loop sees in time what {@link #raise} stored, but not fenced.
     */
    boolean mayStand(long position) {
        return (long) OLDEST.getOpaque(this) <= position;
    }
}
