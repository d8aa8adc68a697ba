package io.strait.engine.read;

import io.strait.api.domain.Address;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.TaskView;
import io.strait.api.internal.Require;
import io.strait.engine.record.TaskWords;
import io.strait.engine.state.TaskCell;
import org.agrona.MutableDirectBuffer;

/** A task as a cell has it: in its place, or in a copy of its words. For one thread. */
interface TaskCellView extends CellView, TaskView {
    /** What is said when there is none. */
    String NO_TASK = "there is no task to be looked at";

    /** How many words of a cell never move and never change in its life. */
    int FIXED_WORDS = TaskCell.RECORD + TaskWords.ID;

    /** One of the {@link #FIXED_WORDS}, verified; throws as {@link #words}. */
    long word(int index);

    /** Which of its states the task is shown in. */
    int state();

    @Override
    default TaskStatus status() {
        TaskStatus status = TaskCell.status(words(), at(), state());
        verify();
        return status;
    }

    @Override
    default long createdAtMs() {
        return wordBehind(TaskCell.createdAt(lengths()));
    }

    @Override
    default long updatedAtMs() {
        return wordBehind(TaskCell.updatedAt(lengths(), state()));
    }

    @Override
    default long leaseUntilMs() {
        return status() == TaskStatus.PROCESSING
                ? wordBehind(TaskCell.lease(lengths()))
                : TaskRecord.NO_LEASE;
    }

    @Override
    default Address avs() {
        long lengths = lengths();
        return address(TaskCell.RECORD + TaskWords.avsAt(lengths), TaskWords.avsCode(lengths));
    }

    @Override
    default long operatorSetId() {
        return TaskWords.operatorSetId(record(TaskWords.SET_AND_THRESHOLD));
    }

    @Override
    default Address callbackAddress() {
        long lengths = lengths();
        return address(
                TaskCell.RECORD + TaskWords.callbackAt(lengths), TaskWords.callbackCode(lengths));
    }

    @Override
    default long deadlineMs() {
        return record(TaskWords.DEADLINE);
    }

    @Override
    default int thresholdBps() {
        return TaskWords.thresholdBps(record(TaskWords.SET_AND_THRESHOLD));
    }

    @Override
    default long chainId() {
        return record(TaskWords.CHAIN_ID);
    }

    @Override
    default long sourceBlockNumber() {
        return record(TaskWords.SOURCE_BLOCK);
    }

    @Override
    default long l1ReferenceBlockNumber() {
        long lengths = lengths();
        return TaskWords.hasReferences(lengths)
                ? wordBehind(TaskCell.RECORD + TaskWords.l1BlockAt(lengths))
                : 0;
    }

    @Override
    default long referenceTimestamp() {
        return timestampAndVersion() & Require.MAX_UINT32;
    }

    @Override
    default long version() {
        return timestampAndVersion() >>> Integer.SIZE;
    }

    @Override
    default int idLength() {
        return TaskWords.idBytes(lengths());
    }

    @Override
    default int copyId(byte[] target, int offset) {
        return copyOut(TaskCell.RECORD + TaskWords.ID, idLength(), target, offset);
    }

    @Override
    default int copyId(MutableDirectBuffer target, int offset) {
        return copyOut(TaskCell.RECORD + TaskWords.ID, idLength(), target, offset);
    }

    @Override
    default int blockHashLength() {
        return TaskWords.hashBytes(lengths());
    }

    @Override
    default int copyBlockHash(byte[] target, int offset) {
        return copyOut(
                TaskCell.RECORD + TaskWords.hashAt(lengths()), blockHashLength(), target, offset);
    }

    @Override
    default int copyBlockHash(MutableDirectBuffer target, int offset) {
        return copyOut(
                TaskCell.RECORD + TaskWords.hashAt(lengths()), blockHashLength(), target, offset);
    }

    @Override
    default int payloadLength() {
        return TaskWords.payloadBytes(lengths());
    }

    @Override
    default int copyPayload(byte[] target, int offset) {
        return copyOut(
                TaskCell.RECORD + TaskWords.payloadAt(lengths()), payloadLength(), target, offset);
    }

    @Override
    default int copyPayload(MutableDirectBuffer target, int offset) {
        return copyOut(
                TaskCell.RECORD + TaskWords.payloadAt(lengths()), payloadLength(), target, offset);
    }

    private long timestampAndVersion() {
        long lengths = lengths();
        return TaskWords.hasReferences(lengths)
                ? wordBehind(TaskCell.RECORD + TaskWords.referencesAt(lengths))
                : 0;
    }

    private long lengths() {
        return record(TaskWords.LENGTHS);
    }

    private long record(int word) {
        return word(TaskCell.RECORD + word);
    }
}
