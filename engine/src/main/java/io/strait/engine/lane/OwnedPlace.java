package io.strait.engine.lane;

import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A place for a thread to have a lane of its own at, until the thread ends. */
final class OwnedPlace {
    private static final VarHandle OWNER = Fields.handle(MethodHandles.lookup(), "owner");

    private Thread owner;

    /** Made once, before anybody owns the place; the owner's alone. */
    ProducerLane lane;

    /**
     * The lane, if the calling thread owns the place. Opaque: whoever sees itself here has stored
     * that itself.
     */
    ProducerLane laneOf(Thread me) {
        return OWNER.getOpaque(this) == me ? lane : null;
    }

    /** Whether it has no owner, or one that has ended. */
    boolean isFree() {
        return isFree((Thread) OWNER.getAcquire(this));
    }

    /**
     * Takes the place if it is free. A thread that is found to have ended has done all that it did
     * before (JLS 17.4.4), so its lane can be gone on with.
     */
    boolean take(Thread me) {
        Thread last = (Thread) OWNER.getAcquire(this);
        return isFree(last) && OWNER.compareAndSet(this, last, me);
    }

    private static boolean isFree(Thread owner) {
        return owner == null || !owner.isAlive();
    }
}
