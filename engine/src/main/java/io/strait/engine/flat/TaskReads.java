package io.strait.engine.flat;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.engine.codec.EncodedTask;
import io.strait.engine.word.WordId;
import io.strait.engine.word.WordReader;
import java.util.Optional;

/**
 * Reads of the tasks as of a published position, by any thread. What they return, or throw, holds
 * only if the position still {@linkplain Horizon#stands stands} afterwards, or is captured: a
 * reader that was overtaken may have seen anything. Lengths that are not checked in this way are
 * never allocated by.
 */
public final class TaskReads extends KeyedReads {

    private final CellIndex index;

    TaskReads(FlatMemory memory, boolean captured) {
        super(memory, captured);
        index = memory.cells.indexes.of(CellIndexes.TASKS);
    }

    /**
     * Reads by those who have captured nothing.
     *
     * @param memory the tasks
     * @return the reads
     */
    public static TaskReads live(FlatMemory memory) {
        return new TaskReads(memory, false);
    }

    /**
     * Reads by those who have captured the position, and keep it so meanwhile.
     *
     * @param memory the tasks
     * @return the reads
     */
    public static TaskReads captured(FlatMemory memory) {
        return new TaskReads(memory, true);
    }

    /**
     * Finds a task.
     *
     * @param position the position
     * @param hash64 the hash of the id
     * @param id the id, a text or a {@link WordId}
     * @return its cell, or {@link FlatTasks#NONE}
     */
    public int find(long position, long hash64, Object id) {
        return index.findAt(position, hash64, this, id);
    }

    /**
     * The task of a cell.
     *
     * @param cell the cell
     * @param position where it was found
     * @return the task; allocates nothing when it came as an object
     */
    public Optional<Task> task(int cell, long position) {
        TypedTask typed = typed(cell);
        return typed == null ? Optional.of(decode(cell, position)) : typed.optional();
    }

    /**
     * The task of a cell and where it stands.
     *
     * @param cell the cell
     * @param position where it was found
     * @return its record; allocates nothing when it came as an object and was last changed as one
     */
    public Optional<TaskRecord> taskRecord(int cell, long position) {
        long[] chunk = Cells.chunk(memory.cells.chunksAcquire(), cell);
        int at = Cells.at(cell);
        int state = TaskStates.find(chunk, at, position);
        TaskStatus status = TaskLayout.status(chunk[at + TaskLayout.STAMPS + state]);
        long lengths = chunk[at + TaskLayout.LENGTHS];
        long createdAtMs = chunk[at + TaskLayout.CREATED_AT];
        long updatedAtMs = chunk[at + TaskLayout.updatedAt(lengths, state)];
        long leaseUntilMs = chunk[at + TaskLayout.lease(lengths, state)];
        TypedTask typed = typed(cell);
        if (typed != null) {
            TaskRecord last = typed.lastRecord().get();
            if (last.status() == status
                    && last.updatedAtMs() == updatedAtMs
                    && last.leaseUntilMs() == leaseUntilMs) {
                return typed.lastRecord();
            }
        }
        Task task = typed == null ? decode(cell, position) : typed.task();
        return Optional.of(new TaskRecord(task, status, createdAtMs, updatedAtMs, leaseUntilMs));
    }

    /**
     * The root of the tasks in a status.
     *
     * @param roots what the head has at the position
     * @param status the status
     * @return for {@link #count} and {@link #cells}
     */
    public int inStatus(long roots, TaskStatus status) {
        return root(roots, Roots.of(status));
    }

    /**
     * The root of an AVS's pending tasks.
     *
     * @param roots what the head has at the position
     * @param position the position
     * @param avs the AVS
     * @return for {@link #count} and {@link #cells}
     */
    public int pendingOf(long roots, long position, Address avs) {
        return group(roots, Roots.TASKS_BY_AVS, position, avs);
    }

    /**
     * Where a task stands.
     *
     * @param cell its cell
     * @param position where it was found
     * @return its status
     */
    public TaskStatus status(int cell, long position) {
        long[] chunk = Cells.chunk(memory.cells.chunksAcquire(), cell);
        int at = Cells.at(cell);
        int state = TaskStates.find(chunk, at, position);
        return TaskLayout.status(chunk[at + TaskLayout.STAMPS + state]);
    }

    /**
     * Copies a task.
     *
     * @param cell its cell
     * @param position where it was found
     * @param into where to
     */
    public void copy(int cell, long position, CopiedTask into) {
        long[] chunk = Cells.chunk(memory.cells.chunksAcquire(), cell);
        int at = Cells.at(cell);
        int state = TaskStates.find(chunk, at, position);
        int wordCount = TaskLayout.wordCount(chunk[at + TaskLayout.LENGTHS], state + 1);
        TypedTask typed = typed(cell);
        if (!stands(position)) {
            throw new OvertakenException();
        }
        long[] copy = into.room(wordCount);
        System.arraycopy(chunk, at, copy, 0, wordCount);
        into.show(state, typed);
    }

    /**
     * The tasks that a root leads to, in their order.
     *
     * @param root the root
     * @param position where it was found
     * @return a new array
     */
    public Task[] tasks(int root, long position) {
        int[] cells = cells(root, position);
        Task[] tasks = new Task[cells.length];
        Object[] objects = memory.objects.allAcquire();
        for (int i = 0; i < cells.length; i++) {
            TypedTask typed = TypedTask.of(CellObjects.get(objects, cells[i]));
            tasks[i] = typed == null ? decode(cells[i], position) : typed.task();
        }
        return tasks;
    }

    /**
     * A number of a task.
     *
     * @param cell its cell
     * @return its place in the order in which tasks were saved
     */
    public long order(int cell) {
        return Cells.chunk(memory.cells.chunksAcquire(), cell)[Cells.at(cell) + TaskLayout.ORDER];
    }

    /**
     * A number of a task.
     *
     * @param cell its cell
     * @return the last moment at which an answer is of use
     */
    public long deadlineMs(int cell) {
        return Cells.chunk(memory.cells.chunksAcquire(), cell)[
                Cells.at(cell) + TaskLayout.DEADLINE];
    }

    @Override
    boolean hasId(long[] chunk, int cellAt, int cell, Object id) {
        if (id instanceof String text) {
            TypedTask typed = typed(cell);
            if (typed != null) {
                // Two texts are compared faster than a text and words.
                return typed.task().id().equals(text);
            }
        }
        return TaskWords.hasId(chunk, cellAt, id);
    }

    @Override
    Address avs(int cell) {
        TypedTask typed = typed(cell);
        if (typed != null) {
            return typed.task().avs();
        }
        long[] chunk = Cells.chunk(memory.cells.chunksAcquire(), cell);
        return memory.codebook.addresses().address((int) chunk[Cells.at(cell) + TaskLayout.AVS]);
    }

    /** The task as it came as an object, or null. */
    TypedTask typed(int cell) {
        return TypedTask.in(memory.objects, cell);
    }

    private Task decode(int cell, long position) {
        long[] chunk = Cells.chunk(memory.cells.chunksAcquire(), cell);
        int at = Cells.at(cell);
        long lengths = chunk[at + TaskLayout.LENGTHS];
        int wordCount = TaskLayout.textsEnd(lengths) - TaskLayout.HASH;
        if (!stands(position)) {
            throw new OvertakenException();
        }
        long[] words = new long[wordCount];
        System.arraycopy(chunk, at + TaskLayout.HASH, words, 0, wordCount);
        if (!stands(position)) {
            throw new OvertakenException();
        }
        return EncodedTask.decode(
                new WordReader().start(words, 0), TaskLayout.GAP, memory.codebook);
    }
}
