package io.strait.engine.lane;

import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A place for a thread to have a lane of its own at, until the thread ends. */
final class OwnedPlace {
    private static final VarHandle OWNER = Fields.handle(MethodHandles.lookup(), "owner");

    private Thread owner;

    /** The owner's alone; a thread that has ended leaves it to the next one. */
    private ProducerLane lane;

    /**
     * Whether the calling thread owns the place. Opaque: whoever sees itself here has stored that
     * itself.
     */
    boolean isOf(Thread me) {
        return OWNER.getOpaque(this) == me;
    }

    /**
     * Takes the place if it is free, or if its owner has ended. A thread that is found to have
     * ended has done all that it did before (JLS 17.4.5), so its lane can be gone on with.
     */
    boolean take(Thread me) {
        Thread last = (Thread) OWNER.getAcquire(this);
        return (last == null || !last.isAlive()) && OWNER.compareAndSet(this, last, me);
    }

    /** The owner gives the place back: it could not have a lane. Pairs with {@link #take}. */
    void giveBack() {
        OWNER.setRelease(this, null);
    }

    /** The lane, for the owner. */
    ProducerLane lane() {
        return lane;
    }

    void lane(ProducerLane opened) {
        lane = opened;
    }
}
