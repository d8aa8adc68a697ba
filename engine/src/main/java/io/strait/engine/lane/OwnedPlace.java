package io.strait.engine.lane;

import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A place for a thread to have a lane of its own at, until the thread ends. */
final class OwnedPlace {
    private static final VarHandle OWNER = Fields.handle(MethodHandles.lookup(), "owner");

    private Thread owner;

    /** The owner's alone; a thread that has ended leaves it to the next one. */
    ProducerLane lane;

    /**
     * The lane, if the calling thread owns the place and has made one. Opaque: whoever sees itself
     * here has stored that itself.
     */
    ProducerLane laneOf(Thread me) {
        return OWNER.getOpaque(this) == me ? lane : null;
    }

    /**
     * Takes the place if it is free, or if its owner has ended; or has it. A thread that is found
     * to have ended has done all that it did before (JLS 17.4.4), so its lane can be gone on with.
     */
    boolean take(Thread me) {
        Thread last = (Thread) OWNER.getAcquire(this);
        return last == me
                || (last == null || !last.isAlive()) && OWNER.compareAndSet(this, last, me);
    }
}
