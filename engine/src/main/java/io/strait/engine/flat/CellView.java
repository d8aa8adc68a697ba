package io.strait.engine.flat;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.TaskView;
import io.strait.engine.codec.Codebook;
import io.strait.engine.word.TextBytes;
import io.strait.engine.word.Words;
import java.util.Objects;
import org.agrona.MutableDirectBuffer;

/** A task as a cell has it: in the tasks' memory, or in a copy of its words. For one thread. */
interface CellView extends TaskView {
    /** What is said when there is none. */
    String NO_TASK = "there is no task to be looked at";

    /** A word that does not change in the life of the cell, verified; throws as {@link #words}. */
    long word(int index);

    /** What the cell is in; throws when there is no task. */
    long[] words();

    /** Where in there the cell begins. */
    int at();

    /** Which of its states the task is shown in. */
    int state();

    /** The task as it came as an object, or null. */
    TypedTask typedTask();

    /** What the numbers in it mean. */
    Codebook codebook();

    /** Throws when what was just read from the cell was another task's. */
    void verify();

    @Override
    default TaskStatus status() {
        return TaskLayout.status(stateWord(TaskLayout.STAMPS + state()));
    }

    @Override
    default long createdAtMs() {
        return word(TaskLayout.CREATED_AT);
    }

    @Override
    default long updatedAtMs() {
        return stateWord(TaskLayout.updatedAt(word(TaskLayout.LENGTHS), state()));
    }

    @Override
    default long leaseUntilMs() {
        return stateWord(TaskLayout.lease(word(TaskLayout.LENGTHS), state()));
    }

    @Override
    default Address avs() {
        return typed() == null ? address(TaskLayout.AVS) : task().avs();
    }

    @Override
    default long operatorSetId() {
        return word(TaskLayout.SET_AND_THRESHOLD) & 0xFFFF_FFFFL;
    }

    @Override
    default Address callbackAddress() {
        return typed() == null ? address(TaskLayout.CALLBACK) : task().callbackAddress();
    }

    @Override
    default long deadlineMs() {
        return word(TaskLayout.DEADLINE);
    }

    @Override
    default int thresholdBps() {
        return (int) (word(TaskLayout.SET_AND_THRESHOLD) >>> Integer.SIZE);
    }

    @Override
    default long chainId() {
        return word(TaskLayout.CHAIN_ID);
    }

    @Override
    default long sourceBlockNumber() {
        return word(TaskLayout.SOURCE_BLOCK);
    }

    @Override
    default long l1ReferenceBlockNumber() {
        return word(TaskLayout.L1_BLOCK);
    }

    @Override
    default long referenceTimestamp() {
        return word(TaskLayout.TIMESTAMP_AND_VERSION) & 0xFFFF_FFFFL;
    }

    @Override
    default long version() {
        return word(TaskLayout.TIMESTAMP_AND_VERSION) >>> Integer.SIZE;
    }

    @Override
    default int idLength() {
        return TaskLayout.idBytes(word(TaskLayout.LENGTHS));
    }

    @Override
    default int copyId(byte[] target, int offset) {
        int length = idLength();
        Words.unpack(words(), at() + TaskLayout.ID, target, offset, length);
        verify();
        return length;
    }

    @Override
    default int copyId(MutableDirectBuffer target, int offset) {
        int length = idLength();
        Words.unpack(words(), at() + TaskLayout.ID, target, offset, length);
        verify();
        return length;
    }

    @Override
    default int blockHashLength() {
        return typed() == null
                ? TaskLayout.hashBytes(word(TaskLayout.LENGTHS))
                : TextBytes.lengthOf(task().blockHash());
    }

    @Override
    default int copyBlockHash(byte[] target, int offset) {
        if (typed() != null) {
            return TextBytes.copy(task().blockHash(), target, offset);
        }
        long lengths = word(TaskLayout.LENGTHS);
        int length = TaskLayout.hashBytes(lengths);
        Words.unpack(words(), hashAt(lengths), target, offset, length);
        verify();
        return length;
    }

    @Override
    default int copyBlockHash(MutableDirectBuffer target, int offset) {
        if (typed() != null) {
            return TextBytes.copy(task().blockHash(), target, offset);
        }
        long lengths = word(TaskLayout.LENGTHS);
        int length = TaskLayout.hashBytes(lengths);
        Words.unpack(words(), hashAt(lengths), target, offset, length);
        verify();
        return length;
    }

    @Override
    default int payloadLength() {
        return typed() == null
                ? TaskLayout.payloadBytes(word(TaskLayout.LENGTHS))
                : task().payload().length();
    }

    @Override
    default int copyPayload(byte[] target, int offset) {
        int length = payloadLength();
        Objects.checkFromIndexSize(offset, length, target.length);
        if (typed() != null) {
            task().payload().copyTo(target, offset);
            return length;
        }
        Words.unpack(words(), payloadAt(), target, offset, length);
        verify();
        return length;
    }

    @Override
    default int copyPayload(MutableDirectBuffer target, int offset) {
        int length = payloadLength();
        Objects.checkFromIndexSize(offset, length, target.capacity());
        if (typed() != null) {
            for (int i = 0; i < length; i++) {
                target.putByte(offset + i, task().payload().byteAt(i));
            }
            return length;
        }
        Words.unpack(words(), payloadAt(), target, offset, length);
        verify();
        return length;
    }

    private int hashAt(long lengths) {
        return at() + TaskLayout.ID + Words.wordCount(TaskLayout.idBytes(lengths));
    }

    private int payloadAt() {
        long lengths = word(TaskLayout.LENGTHS);
        return hashAt(lengths) + Words.wordCount(TaskLayout.hashBytes(lengths));
    }

    private long stateWord(int index) {
        long word = words()[at() + index];
        verify();
        return word;
    }

    private Address address(int index) {
        return codebook().addresses().address((int) word(index));
    }

    private TypedTask typed() {
        words();
        TypedTask typed = typedTask();
        verify();
        return typed;
    }

    private Task task() {
        TypedTask typed = typed();
        if (typed == null) {
            verify();
            throw new IllegalStateException("the task came as bytes");
        }
        return typed.task();
    }
}
