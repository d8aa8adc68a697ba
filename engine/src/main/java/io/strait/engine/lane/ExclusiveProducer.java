package io.strait.engine.lane;

/**
 * A producer with a lane of its own, for the thread that opened it. Every other thread is caught by
 * an assertion, which costs nothing where assertions are off.
 */
public final class ExclusiveProducer extends LaneProducer {
    private final ProducerLane lane;
    private final Thread owner = Thread.currentThread();
    private boolean closed;

    /** Opens a lane for the calling thread. */
    public ExclusiveProducer(ProducerEntry entry) {
        super(entry);
        this.lane = entry.openLane();
    }

    @Override
    public void close() {
        assert isOwner() : owner;
        if (!closed) {
            // First, or an error in between would keep the lane from all others.
            lane.closeRelease();
            closed = true;
        }
    }

    @Override
    ProducerLane enter() {
        assert isOwner() : owner;
        return lane;
    }

    @Override
    long ticket(ProducerLane of, long sequence) {
        return sequence;
    }

    @Override
    ProducerLane laneOf(long ticket) {
        return lane;
    }

    @Override
    long sequenceOf(long ticket) {
        return ticket;
    }

    @Override
    boolean isClosed() {
        return closed;
    }

    private boolean isOwner() {
        return Thread.currentThread() == owner;
    }
}
