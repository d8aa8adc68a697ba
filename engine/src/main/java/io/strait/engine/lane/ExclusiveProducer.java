package io.strait.engine.lane;

import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A producer with a lane of its own, for the thread that opened it. Every other thread is caught by
 * an assertion, which costs nothing where assertions are off.
 *
 * <p>Only that thread hands the lane back, because only it knows that it is not in the middle of a
 * write. Closed by another thread, it does so when it finds that out; and a thread that ends leaves
 * its lane to whoever asks for one.
 */
public final class ExclusiveProducer extends LaneProducer {
    private static final VarHandle CLOSED = Fields.handle(MethodHandles.lookup(), "closed");

    private final OwningThread owner;
    private final ProducerLane lane;
    private boolean closed;

    private ExclusiveProducer(ProducerEntry entry, OwningThread owner, ProducerLane lane) {
        super(entry);
        this.owner = owner;
        this.lane = lane;
    }

    /** Opens a lane for the calling thread. */
    public static ExclusiveProducer open(ProducerEntry entry) {
        OwningThread owner = new OwningThread(Thread.currentThread());
        try {
            return new ExclusiveProducer(entry, owner, entry.openLane(owner));
        } catch (Throwable t) {
            owner.handedBack = true; // whether it has a lane by now or not
            throw t;
        }
    }

    /** Any thread; idempotent. */
    @Override
    public void close() {
        // First: should an error come in between, the next call hands the lane back. Opaque, paired
        // with isClosed: it orders nothing.
        CLOSED.setOpaque(this, true);
        if (isOwner()) {
            owner.handedBack = true;
        }
    }

    @Override
    ProducerLane enter() {
        assert isOwner() : owner.get();
        return lane;
    }

    @Override
    long ticket(ProducerLane of, long sequence) {
        return sequence;
    }

    @Override
    ProducerLane laneOf(long ticket) {
        isClosed(); // Its own thread may have nothing left but to ask for outcomes.
        return lane;
    }

    @Override
    long sequenceOf(long ticket) {
        return ticket;
    }

    /** Opaque, paired with {@link #close}. */
    @Override
    boolean isClosed() {
        boolean is = (boolean) CLOSED.getOpaque(this);
        if (is && isOwner()) {
            owner.handedBack = true;
        }
        return is;
    }

    private boolean isOwner() {
        return owner.refersTo(Thread.currentThread());
    }
}
