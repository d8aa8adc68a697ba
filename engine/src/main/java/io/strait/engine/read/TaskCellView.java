package io.strait.engine.read;

import io.strait.api.domain.Address;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.TaskView;
import io.strait.api.internal.Require;
import io.strait.engine.bytes.Words;
import io.strait.engine.record.TaskWords;
import io.strait.engine.state.TaskCell;
import org.agrona.MutableDirectBuffer;

/** A task as a cell has it: in its place, or in a copy of its words. For one thread. */
interface TaskCellView extends TaskView {
    /** What is said when there is none. */
    String NO_TASK = "there is no task to be looked at";

    /** How many words of a cell never move and never change in its life. */
    int FIXED_WORDS = TaskCell.RECORD + TaskWords.ID;

    /** One of the {@link #FIXED_WORDS}, verified; throws as {@link #words}. */
    long word(int index);

    /** What the cell is in; throws when there is no task. */
    long[] words();

    /** Where in there the cell begins. */
    int at();

    /** Which of its states the task is shown in. */
    int state();

    /** Where addresses are decoded. */
    DecodedAddresses addresses();

    /** Throws when what was just read from the cell was another task's. */
    void verify();

    @Override
    default TaskStatus status() {
        TaskStatus status = TaskCell.status(words(), at(), state());
        verify();
        return status;
    }

    @Override
    default long createdAtMs() {
        return behindText(TaskCell.createdAt(lengths()));
    }

    @Override
    default long updatedAtMs() {
        return behindText(TaskCell.updatedAt(lengths(), state()));
    }

    @Override
    default long leaseUntilMs() {
        return status() == TaskStatus.PROCESSING
                ? behindText(TaskCell.lease(lengths()))
                : TaskRecord.NO_LEASE;
    }

    @Override
    default Address avs() {
        long lengths = lengths();
        return address(TaskWords.avsAt(lengths), TaskWords.avsCode(lengths));
    }

    @Override
    default long operatorSetId() {
        return TaskWords.operatorSetId(record(TaskWords.SET_AND_THRESHOLD));
    }

    @Override
    default Address callbackAddress() {
        long lengths = lengths();
        return address(TaskWords.callbackAt(lengths), TaskWords.callbackCode(lengths));
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
                ? behindText(TaskCell.RECORD + TaskWords.l1BlockAt(lengths))
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
        return copy(TaskWords.ID, idLength(), target, offset);
    }

    @Override
    default int copyId(MutableDirectBuffer target, int offset) {
        return copy(TaskWords.ID, idLength(), target, offset);
    }

    @Override
    default int blockHashLength() {
        return TaskWords.hashBytes(lengths());
    }

    @Override
    default int copyBlockHash(byte[] target, int offset) {
        return copy(TaskWords.hashAt(lengths()), blockHashLength(), target, offset);
    }

    @Override
    default int copyBlockHash(MutableDirectBuffer target, int offset) {
        return copy(TaskWords.hashAt(lengths()), blockHashLength(), target, offset);
    }

    @Override
    default int payloadLength() {
        return TaskWords.payloadBytes(lengths());
    }

    @Override
    default int copyPayload(byte[] target, int offset) {
        return copy(TaskWords.payloadAt(lengths()), payloadLength(), target, offset);
    }

    @Override
    default int copyPayload(MutableDirectBuffer target, int offset) {
        return copy(TaskWords.payloadAt(lengths()), payloadLength(), target, offset);
    }

    private int copy(int from, int length, byte[] target, int offset) {
        long[] words = words();
        try {
            Words.unpack(words, recordAt() + from, target, offset, length);
        } catch (IndexOutOfBoundsException e) {
            throw verified(e);
        }
        verify();
        return length;
    }

    private int copy(int from, int length, MutableDirectBuffer target, int offset) {
        long[] words = words();
        try {
            Words.unpack(words, recordAt() + from, target, offset, length);
        } catch (IndexOutOfBoundsException e) {
            throw verified(e);
        }
        verify();
        return length;
    }

    private Address address(int from, int code) {
        long[] words = words();
        // What is decoded must be the task's: an address that is none would be kept.
        verify();
        Address address;
        try {
            address = addresses().of(words, recordAt() + from, code);
        } catch (RuntimeException e) {
            throw verified(e);
        }
        verify();
        return address;
    }

    private long timestampAndVersion() {
        long lengths = lengths();
        return TaskWords.hasReferences(lengths)
                ? behindText(TaskCell.RECORD + TaskWords.referencesAt(lengths))
                : 0;
    }

    /** A word whose place depends on the lengths of the texts before it. */
    private long behindText(int word) {
        long[] words = words();
        long value;
        try {
            value = words[at() + word];
        } catch (IndexOutOfBoundsException e) {
            throw verified(e);
        }
        verify();
        return value;
    }

    /** What was thrown, if it was the task that was read. */
    private RuntimeException verified(RuntimeException thrown) {
        verify();
        return thrown;
    }

    private long lengths() {
        return record(TaskWords.LENGTHS);
    }

    private long record(int word) {
        return word(TaskCell.RECORD + word);
    }

    private int recordAt() {
        return at() + TaskCell.RECORD;
    }
}
