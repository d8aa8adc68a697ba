package io.strait.engine.flat;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.engine.codec.EncodedTask;
import io.strait.engine.image.ChainHead;
import io.strait.engine.word.WordId;
import io.strait.engine.word.WordReader;
import java.util.Optional;

/**
 * Reads of the tasks as of a published position, by any thread. What they return, or throw, holds
 * only if the position still {@linkplain Horizon#stands stands} afterwards, or is captured: a
 * reader that was overtaken may have seen anything. Lengths that are not checked in this way are
 * never allocated by.
 */
public final class TaskReads {
    private static final TaskStatus[] STATUSES = TaskStatus.values();

    private final TaskMemory memory;
    private final boolean captured;

    private TaskReads(TaskMemory memory, boolean captured) {
        this.memory = memory;
        this.captured = captured;
    }

    /**
     * Reads by those who have captured nothing.
     *
     * @param memory the tasks
     * @return the reads
     */
    public static TaskReads live(TaskMemory memory) {
        return new TaskReads(memory, false);
    }

    /**
     * Reads by those who have captured the position, and keep it so meanwhile.
     *
     * @param memory the tasks
     * @return the reads
     */
    public static TaskReads captured(TaskMemory memory) {
        return new TaskReads(memory, true);
    }

    /**
     * Where the roots are published.
     *
     * @return the tasks' head
     */
    public ChainHead head() {
        return memory.head();
    }

    /**
     * Whether what was read is true.
     *
     * @param position where it was read
     * @return false when the reader was overtaken
     */
    public boolean stands(long position) {
        return captured || memory.horizon.stands(position);
    }

    /**
     * Finds a task.
     *
     * @param roots what the head has at the position
     * @param position the position
     * @param hash64 the hash of the id
     * @param id the id, a text or a {@link WordId}
     * @return its cell, or {@link FlatTasks#NONE}
     */
    public int find(long roots, long position, long hash64, Object id) {
        if (roots <= 0) {
            return FlatTasks.NONE;
        }
        int[][] nodes = memory.nodes.chunksAcquire();
        long key = memory.keys.of(hash64);
        int slot = descend(nodes, Nodes.slot(nodes, (int) roots, Roots.BY_KEY), key);
        if (!Slot.isLeaf(slot)) {
            return slot == Slot.EMPTY ? FlatTasks.NONE : match(nodes, slot, id, 0, position);
        }
        int cell = Slot.leaf(slot);
        return hasId(cell, id) ? cell : FlatTasks.NONE;
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
        TaskStatus status = STATUSES[TaskLayout.status(chunk[state])];
        long createdAtMs = chunk[at + TaskLayout.CREATED_AT];
        long updatedAtMs = chunk[state + TaskLayout.UPDATED_AT];
        long leaseUntilMs = chunk[state + TaskLayout.LEASE];
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
        return roots <= 0
                ? Slot.EMPTY
                : Nodes.slot(memory.nodes.chunksAcquire(), (int) roots, Roots.of(status));
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
        if (roots <= 0) {
            return Slot.EMPTY;
        }
        int[][] nodes = memory.nodes.chunksAcquire();
        long key = memory.keys.of(avs.hash64());
        int slot = descend(nodes, Nodes.slot(nodes, (int) roots, Roots.BY_AVS), key);
        return groupOf(nodes, slot, avs, 0, position);
    }

    /**
     * How many tasks a root leads to.
     *
     * @param root the root
     * @return not negative
     */
    public int count(int root) {
        if (root == Slot.EMPTY || Slot.isLeaf(root)) {
            return root == Slot.EMPTY ? 0 : 1;
        }
        return Nodes.size(memory.nodes.chunksAcquire(), Slot.node(root));
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
        return STATUSES[TaskLayout.status(chunk[TaskStates.find(chunk, Cells.at(cell), position)])];
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
        int wordCount = TaskLayout.HASH + TaskWords.count(chunk[at + TaskLayout.LENGTHS]);
        TypedTask typed = typed(cell);
        if (!stands(position)) {
            throw new OvertakenException();
        }
        long[] copy = into.room(wordCount);
        System.arraycopy(chunk, at, copy, 0, wordCount);
        into.show(state - at, typed);
    }

    /**
     * Lets a walk begin.
     *
     * @param root leads to the cells that it is to go over
     * @param position where the root was found
     * @param holder what keeps the position captured, or null
     * @param walk stands before the first of them then
     */
    public void begin(int root, long position, Object holder, TaskWalk walk) {
        int count = count(root);
        if (!stands(position)) {
            throw new OvertakenException();
        }
        int[] cells = walk.room(count);
        if (copy(memory.nodes.chunksAcquire(), root, cells, 0, 0, position) != count) {
            throw new OvertakenException();
        }
        walk.begin(count, position, holder);
    }

    /**
     * The cells that a root leads to, in their order.
     *
     * @param root the root
     * @param position where it was found
     * @return a new array
     */
    public int[] cells(int root, long position) {
        int count = count(root);
        if (!stands(position)) {
            throw new OvertakenException();
        }
        int[] cells = new int[count];
        if (copy(memory.nodes.chunksAcquire(), root, cells, 0, 0, position) != count) {
            throw new OvertakenException();
        }
        return cells;
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
        TypedTask[] objects = memory.typed.allAcquire();
        for (int i = 0; i < cells.length; i++) {
            TypedTask typed = TypedTasks.get(objects, cells[i]);
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

    /** Asked at each node of a branching walk: who was overtaken might be led about for ever. */
    private void requireStanding(long position) {
        if (!stands(position)) {
            throw new OvertakenException();
        }
    }

    /** What stands where a key would be. */
    private static int descend(int[][] nodes, int root, long key) {
        int slot = root;
        int above = Slot.LEVELS;
        while (slot > 0 && Slot.level(slot) < Slot.LEVELS) {
            int level = Slot.level(slot);
            if (level >= above) {
                // No trie is like that. Who was overtaken might go round in circles.
                throw new OvertakenException();
            }
            above = level;
            slot = Nodes.slot(nodes, Slot.node(slot), Slot.digit(key, level));
        }
        return slot;
    }

    /** Copies the leaves at and below a slot, as many as fit; returns how many there are then. */
    private int copy(int[][] nodes, int slot, int[] target, int count, int depth, long position) {
        if (Slot.isLeaf(slot)) {
            if (count < target.length) {
                target[count] = Slot.leaf(slot);
            }
            return count + 1;
        }
        return slot == Slot.EMPTY || depth > Slot.LEVELS
                ? count
                : copyNode(nodes, Slot.node(slot), target, count, depth, position);
    }

    private int copyNode(
            int[][] nodes, int node, int[] target, int count, int depth, long position) {
        requireStanding(position);
        int[] chunk = Nodes.chunk(nodes, node);
        int slots = Nodes.slotsAt(node);
        int copied = count;
        int rest = Nodes.bitmap(nodes, node);
        while (rest != 0 && copied < target.length) {
            int slot = chunk[slots + Integer.numberOfTrailingZeros(rest)];
            if (Slot.isLeaf(slot)) {
                target[copied++] = Slot.leaf(slot);
            } else {
                copied = copy(nodes, slot, target, copied, depth + 1, position);
            }
            rest &= rest - 1;
        }
        return copied;
    }

    private int match(int[][] nodes, int slot, Object id, int depth, long position) {
        if (Slot.isLeaf(slot)) {
            int cell = Slot.leaf(slot);
            return hasId(cell, id) ? cell : FlatTasks.NONE;
        }
        if (slot == Slot.EMPTY || depth > Slot.LEVELS + 1) {
            return FlatTasks.NONE;
        }
        int node = Slot.node(slot);
        requireStanding(position);
        int found = FlatTasks.NONE;
        for (int rest = Nodes.bitmap(nodes, node);
                rest != 0 && found == FlatTasks.NONE;
                rest &= rest - 1) {
            int next = Nodes.slot(nodes, node, Integer.numberOfTrailingZeros(rest));
            found = match(nodes, next, id, depth + 1, position);
        }
        return found;
    }

    private boolean hasId(int cell, Object id) {
        if (id instanceof String text) {
            TypedTask typed = typed(cell);
            if (typed != null) {
                // Two texts are compared faster than a text and words.
                return typed.task().id().equals(text);
            }
        }
        long[] chunk = Cells.chunk(memory.cells.chunksAcquire(), cell);
        return TaskWords.hasId(chunk, Cells.at(cell), id);
    }

    /** The root of the group of an AVS at or below a slot. */
    private int groupOf(int[][] nodes, int slot, Address avs, int depth, long position) {
        if (slot == Slot.EMPTY || depth > Slot.LEVELS + 1) {
            return Slot.EMPTY;
        }
        if (Slot.isLeaf(slot)) {
            int tasks = Nodes.slot(nodes, Slot.leaf(slot), 0);
            int first = first(nodes, tasks);
            return first != FlatTasks.NONE && avs.equals(avs(first)) ? tasks : Slot.EMPTY;
        }
        int node = Slot.node(slot);
        requireStanding(position);
        int found = Slot.EMPTY;
        for (int rest = Nodes.bitmap(nodes, node);
                rest != 0 && found == Slot.EMPTY;
                rest &= rest - 1) {
            int next = Nodes.slot(nodes, node, Integer.numberOfTrailingZeros(rest));
            found = groupOf(nodes, next, avs, depth + 1, position);
        }
        return found;
    }

    private static int first(int[][] nodes, int root) {
        int slot = root;
        for (int depth = 0; slot > 0 && depth <= Slot.LEVELS; depth++) {
            int node = Slot.node(slot);
            int digit = Integer.numberOfTrailingZeros(Nodes.bitmap(nodes, node));
            slot = digit == Nodes.BRANCHES ? Slot.EMPTY : Nodes.slot(nodes, node, digit);
        }
        return Slot.isLeaf(slot) ? Slot.leaf(slot) : FlatTasks.NONE;
    }

    private Address avs(int cell) {
        TypedTask typed = typed(cell);
        if (typed != null) {
            return typed.task().avs();
        }
        long[] chunk = Cells.chunk(memory.cells.chunksAcquire(), cell);
        return memory.codebook.addresses().address((int) chunk[Cells.at(cell) + TaskLayout.AVS]);
    }

    /** The task as it came as an object, or null. */
    TypedTask typed(int cell) {
        return memory.typed.get(cell);
    }

    private Task decode(int cell, long position) {
        long[] chunk = Cells.chunk(memory.cells.chunksAcquire(), cell);
        int at = Cells.at(cell);
        long lengths = chunk[at + TaskLayout.LENGTHS];
        int wordCount = TaskWords.count(lengths);
        if (!stands(position)) {
            throw new OvertakenException();
        }
        long[] words = new long[wordCount];
        System.arraycopy(chunk, at + TaskLayout.HASH, words, 0, wordCount);
        if (!stands(position)) {
            throw new OvertakenException();
        }
        return EncodedTask.decode(new WordReader().start(words, 0), memory.codebook);
    }
}
