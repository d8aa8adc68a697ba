package io.strait.engine.flat;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.internal.Hash64;
import io.strait.engine.word.WordBuffer;

/**
 * The tasks as the writer keeps them: each in a cell, found by its id through an index, by its
 * status and its AVS through tries whose roots one node has. Which changes are allowed is not
 * decided here. Writer thread only. A task is known by its cell, whose number a change of status
 * may change.
 */
public final class FlatTasks {
    /** No task. */
    public static final int NONE = Blocks.NONE;

    private final FlatMemory memory;
    private final RootNode roots;
    private final ObjectCells cells;
    private final CellIndex index;
    private final FlatTrie byOrder;
    private final AvsTries byAvs;
    private final TaskDecoder decoder;
    private final WordBuffer words = new WordBuffer(64);
    private final IdMatch idMatch;
    private int size;
    private long nextOrder;

    /**
     * No tasks.
     *
     * @param memory where they are kept
     */
    public FlatTasks(FlatMemory memory) {
        this.memory = memory;
        roots = memory.roots();
        cells = memory.cells;
        index = cells.indexes.of(CellIndexes.TASKS);
        byOrder = FlatTrie.ofUniqueKeys(memory.nodeStore, new ByOrder());
        byAvs = new AvsTries(memory, byOrder, this::avs);
        decoder = new TaskDecoder(memory);
        idMatch = new IdMatch(cells);
    }

    /**
     * How many tasks there are.
     *
     * @return not negative
     */
    public int size() {
        return size;
    }

    /**
     * Finds a task.
     *
     * @param hash64 the hash of its id
     * @param encoded the id, packed, is in here
     * @param at index of its first word
     * @param byteCount its length
     * @return its cell, or {@link #NONE}
     */
    public int find(long hash64, long[] encoded, int at, int byteCount) {
        idMatch.start(encoded, at, byteCount);
        return index.find(hash64, idMatch);
    }

    /**
     * Finds a task.
     *
     * @param id its id
     * @return its cell, or {@link #NONE}
     */
    public int find(String id) {
        idMatch.start(id);
        return index.find(Hash64.of(id), idMatch);
    }

    /**
     * The pending task of an AVS that was saved first.
     *
     * @param avs the AVS
     * @return its cell, or {@link #NONE}
     */
    public int firstPending(Address avs) {
        return byAvs.first(roots.get(Roots.TASKS_BY_AVS), avs);
    }

    /**
     * Adds a pending task that came as words.
     *
     * @param source the task's words are in here
     * @param at index of the first
     * @param timeMs when it is saved
     * @return its cell
     */
    public int add(long[] source, int at, long timeMs) {
        int cell = make(source, at);
        begin(cell, timeMs);
        return cell;
    }

    /**
     * Adds a pending task that came as an object.
     *
     * @param task the task
     * @param timeMs when it is saved
     * @return its cell
     */
    public int add(Task task, long timeMs) {
        words.clear();
        TaskWords.addWithoutTexts(task, words);
        int cell = make(words.words(), 0);
        TaskRecord taskRecord =
                new TaskRecord(task, TaskStatus.PENDING, timeMs, timeMs, TaskRecord.NO_LEASE);
        memory.objects.set(cell, TypedTask.of(taskRecord));
        begin(cell, timeMs);
        return cell;
    }

    /**
     * Takes a task to a status.
     *
     * @param cell the task
     * @param status the status
     * @param leaseUntilMs its lease
     * @param timeMs when
     * @return its cell from now on
     */
    public int move(int cell, TaskStatus status, long leaseUntilMs, long timeMs) {
        int last = state(cell);
        delist(cell, status(cell, last));
        // What this batch has made is not published: it is overwritten.
        int state = isUnpublished(cell, last) ? last : last + 1;
        int moved = cell;
        if (state == TaskLayout.MAX_STATES) {
            moved = copyWithoutStates(cell);
            state = 0;
        }
        setState(moved, state, status, leaseUntilMs, timeMs);
        enlist(moved, status);
        return moved;
    }

    /**
     * Keeps the record of a task that came as an object at hand for those who read it.
     *
     * @param cell the task
     * @return its record
     */
    public TaskRecord remember(int cell) {
        TaskRecord taskRecord = taskRecord(cell);
        TypedTask typed = TypedTask.in(memory.objects, cell);
        if (typed != null) {
            memory.objects.set(cell, typed.with(taskRecord));
        }
        return taskRecord;
    }

    /**
     * Removes a task.
     *
     * @param cell the task
     */
    public void remove(int cell) {
        delist(cell, status(cell));
        size--;
        memory.cellStore.drop(cell);
    }

    /**
     * Where a task stands.
     *
     * @param cell the task
     * @return its status
     */
    public TaskStatus status(int cell) {
        return status(cell, state(cell));
    }

    /**
     * A task and where it stands.
     *
     * @param cell the task
     * @return its record, newly allocated
     */
    public TaskRecord taskRecord(int cell) {
        long lengths = cells.word(cell, TaskLayout.LENGTHS);
        return new TaskRecord(
                task(cell),
                status(cell),
                cells.word(cell, TaskLayout.CREATED_AT),
                cells.word(cell, TaskLayout.updatedAt(lengths, state(cell))),
                leaseUntilMs(cell));
    }

    /**
     * The task itself.
     *
     * @param cell the task
     * @return what came, or the same newly allocated
     */
    public Task task(int cell) {
        TypedTask typed = TypedTask.in(memory.objects, cell);
        return typed == null ? decoder.decode(cells.chunk(cell), Cells.at(cell)) : typed.task();
    }

    /**
     * The AVS of a task.
     *
     * @param cell the task
     * @return its address
     */
    public Address avs(int cell) {
        TypedTask typed = TypedTask.in(memory.objects, cell);
        return typed == null
                ? memory.codebook.addresses().address((int) cells.word(cell, TaskLayout.AVS))
                : typed.task().avs();
    }

    /**
     * A number of a task.
     *
     * @param cell the task
     * @return its place in the order in which tasks were saved
     */
    public long order(int cell) {
        return cells.word(cell, TaskLayout.ORDER);
    }

    /**
     * A number of a task.
     *
     * @param cell the task
     * @return the chain that it came from
     */
    public long chainId(int cell) {
        return cells.word(cell, TaskLayout.CHAIN_ID);
    }

    /**
     * A number of a task.
     *
     * @param cell the task
     * @return the block that it came from
     */
    public long sourceBlockNumber(int cell) {
        return cells.word(cell, TaskLayout.SOURCE_BLOCK);
    }

    /**
     * When the lease of a task ends.
     *
     * @param cell the task
     * @return milliseconds since 1970-01-01 UTC
     */
    public long leaseUntilMs(int cell) {
        long lengths = cells.word(cell, TaskLayout.LENGTHS);
        return cells.word(cell, TaskLayout.lease(lengths, state(cell)));
    }

    /**
     * Visits the tasks in a status, the one saved first first. They may not be changed meanwhile.
     *
     * @param status the status
     * @param visitor told each cell
     */
    public void forEach(TaskStatus status, CellVisitor visitor) {
        byOrder.forEach(roots.get(Roots.of(status)), visitor);
    }

    /**
     * Where the writer keeps tasks' neighbours among the finished tasks.
     *
     * @return the links of all tasks
     */
    public CellLinks ageLinks() {
        return new CellLinks(cells, TaskLayout.AGE_LINKS);
    }

    /**
     * Where the writer keeps tasks' neighbours among the tasks of their block.
     *
     * @return the links of all tasks
     */
    public CellLinks blockLinks() {
        return new CellLinks(cells, TaskLayout.BLOCK_LINKS);
    }

    private int make(long lengths) {
        int wordCount = TaskLayout.wordCount(lengths, TaskLayout.MAX_STATES);
        return memory.cellStore.make(wordCount, CellIndexes.TASKS);
    }

    private int make(long[] source, int at) {
        long lengths = source[at + TaskLayout.LENGTHS - TaskLayout.HASH];
        int cell = make(lengths);
        int before = TaskLayout.WORDS_BEFORE_ID;
        int behind = TaskWords.count(lengths) - before;
        cells.copyIn(source, at, before, cell, TaskLayout.HASH);
        cells.copyIn(source, at + before, behind, cell, TaskLayout.ID);
        return cell;
    }

    private void begin(int cell, long timeMs) {
        cells.word(cell, TaskLayout.ORDER, nextOrder++);
        cells.word(cell, TaskLayout.CREATED_AT, timeMs);
        cells.word(cell, TaskLayout.AGE_LINKS, 0);
        cells.word(cell, TaskLayout.BLOCK_LINKS, 0);
        forgetStates(cell);
        setState(cell, 0, TaskStatus.PENDING, TaskRecord.NO_LEASE, timeMs);
        size++;
        index.insert(cell);
        enlist(cell, TaskStatus.PENDING);
    }

    private void enlist(int cell, TaskStatus status) {
        int root = Roots.of(status);
        roots.set(root, byOrder.insert(roots.get(root), cell));
        if (status == TaskStatus.PENDING) {
            roots.set(Roots.TASKS_BY_AVS, byAvs.insert(roots.get(Roots.TASKS_BY_AVS), cell));
        }
    }

    private void delist(int cell, TaskStatus status) {
        int root = Roots.of(status);
        roots.set(root, byOrder.remove(roots.get(root), cell));
        if (status == TaskStatus.PENDING) {
            roots.set(Roots.TASKS_BY_AVS, byAvs.remove(roots.get(Roots.TASKS_BY_AVS), cell));
        }
    }

    /** A copy that takes its place, but for the tries and the states, with which it begins anew. */
    private int copyWithoutStates(int cell) {
        long lengths = cells.word(cell, TaskLayout.LENGTHS);
        int copy = make(lengths);
        cells.copy(cell, TaskLayout.HASH, TaskLayout.textsEnd(lengths) - TaskLayout.HASH, copy);
        forgetStates(copy);
        TypedTask typed = TypedTask.in(memory.objects, cell);
        if (typed != null) {
            memory.objects.set(copy, typed);
        }
        index.insert(copy);
        memory.cellStore.drop(cell);
        return copy;
    }

    private void setState(int cell, int state, TaskStatus status, long leaseUntilMs, long timeMs) {
        long lengths = cells.word(cell, TaskLayout.LENGTHS);
        cells.word(cell, TaskLayout.updatedAt(lengths, state), timeMs);
        cells.word(cell, TaskLayout.lease(lengths, state), leaseUntilMs);
        // Pairs with the acquire load in TaskStates: who sees the stamp sees the state. Nobody who
        // reads at a published position takes a state with a later stamp.
        long stamp = TaskLayout.stamp(memory.batch(), status.ordinal());
        cells.wordRelease(cell, TaskLayout.STAMPS + state, stamp);
    }

    private void forgetStates(int cell) {
        for (int i = 0; i < TaskLayout.MAX_STATES; i++) {
            cells.word(cell, TaskLayout.STAMPS + i, TaskLayout.NO_STAMP);
        }
    }

    /** Whether the batch under way has made a state of a task. */
    private boolean isUnpublished(int cell, int state) {
        long stamp = cells.word(cell, TaskLayout.STAMPS + state);
        return TaskLayout.position(stamp) == memory.batch();
    }

    private TaskStatus status(int cell, int state) {
        return TaskLayout.status(cells.word(cell, TaskLayout.STAMPS + state));
    }

    /** The last of its states. */
    private int state(int cell) {
        int state = 0;
        while (state < TaskLayout.MAX_STATES - 1
                && cells.word(cell, TaskLayout.STAMPS + state + 1) != TaskLayout.NO_STAMP) {
            state++;
        }
        return state;
    }

    /** Files tasks under the order in which they were saved. */
    private final class ByOrder implements LeafKeys {
        @Override
        public long keyOf(int cell) {
            return order(cell);
        }

        @Override
        public long orderOf(int cell) {
            throw new IllegalStateException("two tasks have the same order: " + cell);
        }
    }
}
