package io.strait.engine.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How far back a reader may look that holds no snapshot: images of this generation and later are
 * intact, all that older ones alone lead to may be part of something else by now. The writer raises
 * it before it touches what it will use again; a reader looks at it after reading, as with a
 * sequence lock. On cache lines of its own.
 */
final class Horizon extends LinePadding {
    private static final VarHandle GENERATION;

    static {
        try {
            GENERATION =
                    MethodHandles.lookup().findVarHandle(Horizon.class, "generation", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long generation = Long.MIN_VALUE;

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
     * Gives up the images before a generation. Writer thread only. The fence keeps this store
     * before those that follow, by which nodes are used again; pairs with that in {@link
     * #isIntact}.
     */
    void raise(long to) {
        GENERATION.setOpaque(this, to);
        VarHandle.releaseFence();
    }

    /**
     * Whether all that was read so far, from an image of a generation, was intact. Any thread. The
     * fence keeps those loads before that of the horizon: a load that saw a node used again is
     * followed by one that sees the horizon which was raised for it.
     */
    boolean isIntact(long imageGeneration) {
        VarHandle.acquireFence();
        return (long) GENERATION.getOpaque(this) <= imageGeneration;
    }
}
