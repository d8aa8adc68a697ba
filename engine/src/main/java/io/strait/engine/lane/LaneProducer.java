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
import io.strait.engine.bytes.WordSource;
import io.strait.engine.draft.WordDraft;
import io.strait.engine.record.Opcode;
import org.agrona.DirectBuffer;

/**
 * What producers have in common: each write is checked, put together in the lane, and published.
 * Which lane, and who may use it, is the subclass's to say. A lane that several threads share is
 * left without a call, whatever was thrown: there may be no room on the stack for one.
 */
abstract class LaneProducer implements Producer {
    private static final int OK = ResultCode.OK.code();
    private static final int BACK_PRESSURE = ResultCode.BACK_PRESSURE.code();

    private static final String TASK_ID = "taskId";

    private final ProducerEntry entry;

    LaneProducer(ProducerEntry entry) {
        this.entry = entry;
    }

    /**
     * The calling thread's lane, with nobody else in it: if it has a lock, that is held. Null when
     * it cannot be had. Nothing may be called between this and a {@code try}.
     */
    abstract ProducerLane enter();

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
        if (lane == null) {
            return backPressure();
        }
        long sequence;
        try {
            sequence = lane.blockUpdate(chainIndex, blockNumber, nowMs);
            leave(lane);
        } catch (Throwable t) {
            if (lane.lock != null) {
                lane.lock.holder = null;
            }
            throw t;
        }
        return accepted(lane, sequence);
    }

    @Override
    public final long saveTask(TaskDraft task) {
        return write(Opcode.SAVE_TASK, 0, WordDraft.require("task", task, entry.drafts()));
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
        WordDraft own = WordDraft.require("commit", commit, entry.drafts());
        return write(Opcode.COMMIT_BLOCK, own.argument(), own);
    }

    @Override
    public final long saveOperatorSetConfig(OperatorSetConfigDraft config) {
        WordDraft own = WordDraft.require("config", config, entry.drafts());
        return write(Opcode.SAVE_OPERATOR_SET_CONFIG, 0, own);
    }

    @Override
    public final long savePerformer(PerformerDraft performer) {
        WordDraft own = WordDraft.require("performer", performer, entry.drafts());
        return write(Opcode.SAVE_PERFORMER, 0, own);
    }

    @Override
    public final long beginTask(PackedId taskId) {
        return write(Opcode.BEGIN_TASK, 0, WordId.require(TASK_ID, taskId).encoded());
    }

    @Override
    public final long finishTask(PackedId taskId, byte[] result, int offset, int length) {
        WordId id = WordId.require(TASK_ID, taskId);
        entry.drafts().requirePayload("result", result, offset, length);
        WordBuffer write = startFinish(id, length);
        write.add(result, offset, length);
        return finish(write);
    }

    @Override
    public final long finishTask(PackedId taskId, DirectBuffer result, int offset, int length) {
        WordId id = WordId.require(TASK_ID, taskId);
        entry.drafts().requirePayload("result", result, offset, length);
        WordBuffer write = startFinish(id, length);
        // Read before the lane is entered: the buffer is the user's code, which may write to the
        // engine itself, or throw.
        write.add(result, offset, length);
        return finish(write);
    }

    @Override
    public final int outcome(long ticket) {
        int outcome = toldOutcome(ticket);
        // Looked at again, because the writer's last words come before its end.
        return outcome == PENDING && entry.isEngineStopped() ? lastOutcome(ticket) : outcome;
    }

    private int lastOutcome(long ticket) {
        int outcome = toldOutcome(ticket);
        return outcome == PENDING ? entry.endingCode() : outcome;
    }

    private int toldOutcome(long ticket) {
        ProducerLane lane = requireLane(ticket);
        long sequence = sequenceOf(ticket);
        long acknowledged = lane.acknowledgedAcquire();
        if (Acknowledgement.sequenceOf(acknowledged) < sequence) {
            return PENDING;
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
            // Whether the writer is there is asked only where a sleep was.
            outcome = ProducerWait.isSleep(pauses) ? outcome(ticket) : toldOutcome(ticket);
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
            if (isOver() || ProducerWait.isSleep(pauses) && entry.isEngineStopped()) {
                return endingCode();
            }
            if (hasRoom()) {
                return OK;
            }
        }
        return ended;
    }

    private WordBuffer startFinish(WordId id, int resultLength) {
        WordBuffer write = entry.encoders().borrow();
        write.add(id.encoded());
        write.add(resultLength);
        return write;
    }

    private long finish(WordBuffer write) {
        long ticket = write(Opcode.FINISH_TASK, 0, write);
        entry.encoders().giveBack(write);
        return ticket;
    }

    private long write(int opcode, int argument, WordSource write) {
        // Read before all else: the clock is the user's code, which may write to the engine itself,
        // or be slow.
        long nowMs = entry.timeMs(opcode);
        int wordCount = write.wordCount();
        if (isOver()) {
            return endingCode();
        }
        ProducerLane lane = enter();
        if (lane == null) {
            return backPressure();
        }
        long sequence;
        try {
            requireFits(lane, wordCount);
            sequence = lane.write(opcode, argument, nowMs, wordCount, write);
            leave(lane);
        } catch (Throwable t) {
            if (lane.lock != null) {
                lane.lock.holder = null;
            }
            throw t;
        }
        return accepted(lane, sequence);
    }

    private static void requireFits(ProducerLane lane, int wordCount) {
        int slots = CommandRing.slotsOf(wordCount);
        if (slots > lane.capacity() / 2) {
            throw new InvalidArgumentException(
                    "slots", slots, "is more than half of the lane's slots=" + lane.capacity());
        }
    }

    private long accepted(ProducerLane lane, long sequence) {
        entry.wakeWriter();
        return sequence < 0 ? backPressure() : ticket(lane, sequence);
    }

    /** There is no room, nor will there be any if the writer is gone. */
    private int backPressure() {
        return entry.isEngineStopped() ? endingCode() : BACK_PRESSURE;
    }

    private static void leave(ProducerLane lane) {
        if (lane.lock != null) {
            lane.lock.unlockRelease();
        }
    }

    private boolean hasRoom() {
        ProducerLane lane = enter();
        if (lane == null) {
            return false;
        }
        boolean hasRoom;
        try {
            hasRoom = lane.hasRoom();
            leave(lane);
        } catch (Throwable t) {
            if (lane.lock != null) {
                lane.lock.holder = null;
            }
            throw t;
        }
        return hasRoom;
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
