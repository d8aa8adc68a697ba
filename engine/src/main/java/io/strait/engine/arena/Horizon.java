package io.strait.engine.arena;

import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Up to where the past may be overwritten. A live reader asks afterwards whether its position is
 * still valid; if not, it throws away what it read and reads again at a newer position. A sequence
 * lock (Boehm, "Can seqlocks get along with programming language memory models?", 2012) whose
 * sequence is the position.
 */
public final class Horizon {
    private static final VarHandle OLDEST = Fields.handle(MethodHandles.lookup(), "oldest");

    private long oldest;

    Horizon() {}

    /**
     * What was let go at this position, or before it, is used again from now on. Writer thread
     * only, before it stores anything there.
     */
    public void raise(long position) {
        if (position > oldest) {
            OLDEST.setOpaque(this, position);
            // Pairs with the fence in validate: a thread that sees what is stored next sees the
            // position.
            VarHandle.releaseFence();
        }
    }

    /** Whether all that was visible at a position is as it was. Any thread, after it has read. */
    public boolean validate(long position) {
        // Pairs with the fence in raise.
        VarHandle.acquireFence();
        return (long) OLDEST.getOpaque(this) <= position;
    }

    /** The same as a hint, before a read that is validated later. */
    public boolean mayBeValid(long position) {
        return (long) OLDEST.getOpaque(this) <= position;
    }
}
