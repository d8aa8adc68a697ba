package io.strait.engine.lane;

import io.strait.api.error.InvalidArgumentException;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Producer;
import io.strait.api.internal.Require;

/**
 * What producers have in common: each write is checked, claims a slot, fills it, and is published.
 * Which lane, and who may use it, is the subclass's to say.
 */
abstract class LaneProducer implements Producer {
    /** What the longest command takes. */
    private static final int MAX_SLOTS = 2;

    private static final int OK = ResultCode.OK.code();
    private static final int BACK_PRESSURE = ResultCode.BACK_PRESSURE.code();

    private final ProducerEntry entry;

    LaneProducer(ProducerEntry entry) {
        this.entry = entry;
    }

    /** The calling thread's lane, with nobody else in it until {@link #leave}. */
    abstract ProducerLane enter();

    /** The calling thread is through with the lane for now. */
    abstract void leave(ProducerLane lane);

    /** The ticket of a command. */
    abstract long ticket(ProducerLane lane, long sequence);

    /** The lane that a ticket is of. */
    abstract ProducerLane laneOf(long ticket);

    /** A ticket's command's number in its lane. */
    abstract long sequenceOf(long ticket);

    /** Whether this producer was closed, whatever the engine does. */
    abstract boolean isClosed();

    @Override
    public final long setLastProcessedBlock(ChainHandle chain, long blockNumber) {
        int chainIndex = entry.chains().indexOf(chain);
        Require.notNegative("blockNumber", blockNumber);
        long nowMs = entry.blockTimeMs();
        if (isOver()) {
            return endingCode();
        }
        ProducerLane lane = enter();
        try {
            long sequence = lane.setLastProcessedBlock(chainIndex, blockNumber, nowMs);
            return sequence < 0 ? BACK_PRESSURE : ticket(lane, sequence);
        } finally {
            leave(lane);
            entry.wakeWriter();
        }
    }

    @Override
    public final int outcome(long ticket) {
        ProducerLane lane = requireLane(ticket);
        long sequence = sequenceOf(ticket);
        long acknowledged = lane.acknowledgedAcquire();
        if (Acknowledgement.sequenceOf(acknowledged) < sequence) {
            if (!entry.isEngineStopped()) {
                return PENDING;
            }
            // Looked at again, because the writer's last words come before its end.
            acknowledged = lane.acknowledgedAcquire();
            if (Acknowledgement.sequenceOf(acknowledged) < sequence) {
                return entry.endingCode();
            }
        }
        if (Acknowledgement.sequenceOf(acknowledged) == sequence) {
            return Acknowledgement.codeOf(acknowledged);
        }
        long outcome = lane.outcomeAcquire(sequence);
        return outcome < 0 ? FORGOTTEN : ProducerLane.codeOf(outcome);
    }

    @Override
    public final long position(long ticket) {
        ProducerLane lane = requireLane(ticket);
        long sequence = sequenceOf(ticket);
        if (Acknowledgement.sequenceOf(lane.acknowledgedAcquire()) < sequence) {
            return 0;
        }
        long outcome = lane.outcomeAcquire(sequence);
        return outcome < 0 ? 0 : ProducerLane.positionOf(outcome);
    }

    @Override
    public final int await(long ticket, long timeoutNs) {
        Require.notNegative("timeoutNs", timeoutNs);
        int outcome = outcome(ticket);
        if (outcome != PENDING) {
            return outcome;
        }
        long startNs = entry.startWait("await");
        int ended = OK;
        for (int pauses = 0; outcome == PENDING && ended == OK; pauses++) {
            ended = ProducerWait.pause(pauses, startNs, timeoutNs);
            outcome = outcome(ticket);
        }
        return outcome == PENDING ? ended : outcome;
    }

    @Override
    public final int awaitRoom(long timeoutNs) {
        Require.notNegative("timeoutNs", timeoutNs);
        if (isOver()) {
            return endingCode();
        }
        if (hasRoom()) {
            return OK;
        }
        long startNs = entry.startWait("awaitRoom");
        int ended = OK;
        for (int pauses = 0; ended == OK; pauses++) {
            ended = ProducerWait.pause(pauses, startNs, timeoutNs);
            if (isOver()) {
                return endingCode();
            }
            if (hasRoom()) {
                return OK;
            }
        }
        return ended;
    }

    private boolean hasRoom() {
        ProducerLane lane = enter();
        try {
            return lane.hasRoom(MAX_SLOTS);
        } finally {
            leave(lane);
        }
    }

    private boolean isOver() {
        return isClosed() || entry.isEngineClosed();
    }

    private int endingCode() {
        return isClosed() ? ResultCode.CLOSED.code() : entry.endingCode();
    }

    private ProducerLane requireLane(long ticket) {
        ProducerLane lane = ticket < 0 ? null : laneOf(ticket);
        if (lane == null || sequenceOf(ticket) > lane.lastPublished()) {
            throw new InvalidArgumentException("ticket", ticket, "is not one of this producer");
        }
        return lane;
    }
}
