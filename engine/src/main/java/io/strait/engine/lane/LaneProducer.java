package io.strait.engine.lane;

import io.strait.api.domain.TaskStatus;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.CommitDraft;
import io.strait.api.hotpath.OperatorSetConfigDraft;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerDraft;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.internal.Require;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.WordId;
import io.strait.engine.draft.WordDraft;
import io.strait.engine.record.Opcode;
import org.agrona.DirectBuffer;

/**
 * What producers have in common: each write is checked, claims a slot, fills it, and is published.
 * Which lane, and who may use it, is the subclass's to say.
 */
abstract class LaneProducer implements Producer {
    private static final int OK = ResultCode.OK.code();
    private static final int BACK_PRESSURE = ResultCode.BACK_PRESSURE.code();

    private static final String TASK_ID = "taskId";

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
        int chainIndex = entry.drafts().handles().chain(chain).index();
        Require.notNegative("blockNumber", blockNumber);
        long nowMs = entry.timeMs(Opcode.SET_LAST_PROCESSED_BLOCK);
        if (isOver()) {
            return endingCode();
        }
        ProducerLane lane = enter();
        try {
            long sequence = lane.blockUpdate(chainIndex, blockNumber, nowMs);
            return sequence < 0 ? BACK_PRESSURE : ticket(lane, sequence);
        } finally {
            leave(lane);
            entry.wakeWriter();
        }
    }

    @Override
    public final long saveTask(TaskDraft task) {
        return write(Opcode.SAVE_TASK, "task", task);
    }

    @Override
    public final long updateTaskStatus(PackedId taskId, TaskStatus status) {
        WordId id = WordId.require(TASK_ID, taskId);
        int argument = Require.notNull("status", status).ordinal();
        return write(Opcode.UPDATE_TASK_STATUS, argument, id.encoded());
    }

    @Override
    public final long deleteTask(PackedId taskId) {
        return write(Opcode.DELETE_TASK, 0, WordId.require(TASK_ID, taskId).encoded());
    }

    @Override
    public final long commitBlock(CommitDraft commit) {
        return write(Opcode.COMMIT_BLOCK, "commit", commit);
    }

    @Override
    public final long saveOperatorSetConfig(OperatorSetConfigDraft config) {
        return write(Opcode.SAVE_OPERATOR_SET_CONFIG, "config", config);
    }

    @Override
    public final long savePerformer(PerformerDraft performer) {
        return write(Opcode.SAVE_PERFORMER, "performer", performer);
    }

    @Override
    public final long beginTask(PackedId taskId) {
        return write(Opcode.BEGIN_TASK, 0, WordId.require(TASK_ID, taskId).encoded());
    }

    @Override
    public final long finishTask(PackedId taskId, byte[] result, int offset, int length) {
        WordId id = WordId.require(TASK_ID, taskId);
        entry.drafts().requirePayload("result", result, offset, length);
        long nowMs = entry.timeMs(Opcode.FINISH_TASK);
        if (isOver()) {
            return endingCode();
        }
        ProducerLane lane = enter();
        try {
            WordBuffer write = startFinish(lane, id, length);
            write.add(result, offset, length);
            return write(lane, Opcode.FINISH_TASK, 0, nowMs, write);
        } finally {
            leave(lane);
            entry.wakeWriter();
        }
    }

    @Override
    public final long finishTask(PackedId taskId, DirectBuffer result, int offset, int length) {
        WordId id = WordId.require(TASK_ID, taskId);
        entry.drafts().requirePayload("result", result, offset, length);
        long nowMs = entry.timeMs(Opcode.FINISH_TASK);
        if (isOver()) {
            return endingCode();
        }
        ProducerLane lane = enter();
        try {
            WordBuffer write = startFinish(lane, id, length);
            write.add(result, offset, length);
            return write(lane, Opcode.FINISH_TASK, 0, nowMs, write);
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
        for (long pauses = entry.firstPause(); outcome == PENDING && ended == OK; pauses++) {
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
        for (long pauses = 0; ended == OK; pauses++) {
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

    private long write(int opcode, String name, Object draft) {
        WordDraft own = WordDraft.require(name, draft, entry.drafts());
        WordBuffer words = own.encode();
        return write(opcode, own.argument(), words);
    }

    private static WordBuffer startFinish(ProducerLane lane, WordId id, int resultLength) {
        WordBuffer write = lane.scratch();
        write.clear();
        write.add(id.encoded());
        write.add(resultLength);
        return write;
    }

    private long write(int opcode, int argument, WordBuffer write) {
        // Before the lane is entered: the clock is the user's, who may write with it, or be slow.
        long nowMs = entry.timeMs(opcode);
        if (isOver()) {
            return endingCode();
        }
        ProducerLane lane = enter();
        try {
            return write(lane, opcode, argument, nowMs, write);
        } finally {
            leave(lane);
            entry.wakeWriter();
        }
    }

    private long write(ProducerLane lane, int opcode, int argument, long nowMs, WordBuffer write) {
        int slots = CommandRing.slotsOf(write);
        if (slots > lane.capacity() / 2) {
            throw new InvalidArgumentException(
                    "slots", slots, "is more than half of the lane's slots=" + lane.capacity());
        }
        long sequence = lane.write(opcode, argument, nowMs, write);
        return sequence < 0 ? BACK_PRESSURE : ticket(lane, sequence);
    }

    private boolean hasRoom() {
        ProducerLane lane = enter();
        try {
            return lane.hasRoom();
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
