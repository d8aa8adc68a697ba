package io.strait.engine.state;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.engine.arena.Arena;
import io.strait.engine.arena.CellOwner;
import io.strait.engine.arena.Cells;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.WordId;
import io.strait.engine.bytes.Words;
import io.strait.engine.index.CellIndex;
import io.strait.engine.index.CellList;
import io.strait.engine.index.CellMatch;
import io.strait.engine.index.Elements;
import io.strait.engine.index.KeyMatch;
import io.strait.engine.index.OrderedSet;
import io.strait.engine.index.Versions;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.EncodedAddress;
import io.strait.engine.record.EncodedChain;
import io.strait.engine.record.TaskType;
import io.strait.engine.record.TaskWords;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The aggregator's tasks, and what they are found by: id, status, AVS, source block. Keeps no more
 * finished tasks than it may; which changes are allowed is decided by {@link TaskRules}. A task is
 * known by its cell ({@link TaskCell}), which a change of status may replace.
 */
public final class TaskTable
        implements CellOwner, CellMatch, KeyMatch, Versions, StateMemory.Places {
    /** The kind of lists of pending tasks alone; that of a status's records is its ordinal. */
    public static final int PENDING_TASKS = TaskStatus.values().length;

    private static final int STATUSES = TaskStatus.values().length;

    private final StateMemory memory;
    private final int maxFinishedTasks;
    private final Keys keys;
    private final Arena arena;
    private final Cells cells;
    private final CellIndex index;

    /** In the order in which they were saved, with a track for each status. */
    private final OrderedSet byStatus;

    private final TaskSources sources;
    private final CellList.Order placeOrder = this::placeAt;
    private final CellQueue finished;
    private final CellList found = new CellList();
    private final CellList.Order leaseOrder = this::leaseUntilMs;
    private final CellList.Order latenessOrder = this::lateness;
    private final CellMatch olderMatch = this::isOlder;
    private long[] soughtWords;
    private int soughtAt;
    private int soughtBytes;

    TaskTable(StateMemory memory, int maxFinishedTasks, int maxSources) {
        this.memory = memory;
        this.maxFinishedTasks = maxFinishedTasks;
        keys = memory.keys();
        arena = memory.arena();
        cells = arena.cells();
        index = memory.newIndex();
        byStatus = memory.newSet(STATUSES, 1, this);
        sources = new TaskSources(memory, this, maxSources);
        finished = new CellQueue(memory, cell -> TaskCell.finishedPlace(lengths(cell)));
        arena.setOwner(Kinds.TASK, this);
    }

    /**
     * Whether a task comes from a new source, and there may be no more; the outcome says so then.
     */
    boolean lacksSource(long[] words, int at, Outcome outcome) {
        long lengths = words[at + TaskWords.LENGTHS];
        return sources.lacksRoom(
                words,
                at + TaskWords.avsAt(lengths),
                TaskWords.avsCode(lengths),
                words[at + TaskWords.CHAIN_ID],
                outcome);
    }

    /** Whether there may be no memory to take tasks back to pending; the outcome says so then. */
    boolean lacksMemoryToMove(CellList moved, Outcome outcome) {
        int copied = 0;
        for (int i = 0; i < moved.count(); i++) {
            copied += newestState(moved.get(i)) + 1 == TaskCell.MAX_STATES ? 1 : 0;
        }
        if (copied <= cells.sureCells()) {
            return false;
        }
        outcome.refused(Limit.MEMORY_CHUNKS, cells.maxChunks());
        return true;
    }

    /** How many tasks are pending or processing. */
    int activeCount() {
        return byStatus.taken() - finished.size();
    }

    /** The hash of the id that a command names. */
    int commandHash(long[] command, int at) {
        return keys.ofId(command, at + CommandWords.ID, (int) command[at + CommandWords.ID_LENGTH]);
    }

    /** Finds the task of an id that a command names, or none. */
    int findId(long[] command, int at, int hash) {
        int idBytes = (int) command[at + CommandWords.ID_LENGTH];
        return find(hash, command, at + CommandWords.ID, idBytes);
    }

    /** The hash of a task's id. */
    int keyHash(long[] words, int at) {
        return TaskType.INSTANCE.keyHash(keys, words, at);
    }

    /** Finds the task with the id of another one, or none. */
    int find(long[] words, int at, int hash) {
        int idBytes = TaskWords.idBytes(words[at + TaskWords.LENGTHS]);
        return find(hash, words, at + TaskWords.ID, idBytes);
    }

    /** Adds a pending task; the hash is its id's, the object may be null. */
    void add(long[] words, int at, int hash, long timeMs, Task task) {
        int cell = put(words, at, hash, TaskStatus.PENDING, timeMs, timeMs, TaskRecord.NO_LEASE);
        if (task != null) {
            cells.objects()
                    .set(
                            cell,
                            TypedTask.of(
                                    new TaskRecord(
                                            task,
                                            TaskStatus.PENDING,
                                            timeMs,
                                            timeMs,
                                            TaskRecord.NO_LEASE)));
        }
    }

    /** Puts a task at the end of the order; one that has finished is not in the queue of these. */
    int put(
            long[] words,
            int at,
            int hash,
            TaskStatus status,
            long createdAtMs,
            long updatedAtMs,
            long leaseUntilMs) {
        long lengths = words[at + TaskWords.LENGTHS];
        int wordCount = TaskWords.wordCount(lengths);
        int cell = arena.make(TaskCell.wordCount(lengths), Kinds.TASK);
        long[] chunk = cells.chunk(cell);
        int cellAt = Cells.at(cell);
        System.arraycopy(words, at, chunk, cellAt + TaskCell.RECORD, wordCount);
        chunk[cellAt + TaskCell.createdAt(lengths)] = createdAtMs;
        forgetStates(chunk, cellAt);
        setState(chunk, cellAt, lengths, 0, status, leaseUntilMs, updatedAtMs);
        index.insert(cell, hash);
        long place = byStatus.append(cell);
        chunk[cellAt + TaskCell.PLACE] = place;
        byStatus.lower(OrderedSet.ANY_THREADS_BOUND, place, words[at + TaskWords.DEADLINE]);
        if (leaseUntilMs != TaskRecord.NO_LEASE) {
            byStatus.lower(OrderedSet.WRITERS_BOUND, place, leaseUntilMs);
        }
        byStatus.enter(status.ordinal(), place);
        TaskSource source =
                sources.findOrAdd(
                        words,
                        at + TaskWords.avsAt(lengths),
                        TaskWords.avsCode(lengths),
                        words[at + TaskWords.CHAIN_ID]);
        long sourcePlace = source.tasks.append(cell, words[at + TaskWords.SOURCE_BLOCK]);
        cells.tag(cell, source.number);
        chunk[cellAt + TaskCell.SOURCE_PLACE] = sourcePlace;
        if (status == TaskStatus.PENDING) {
            enterPending(source, sourcePlace, words[at + TaskWords.DEADLINE]);
        }
        return cell;
    }

    /** The tasks that have finished, the oldest first. */
    CellQueue finished() {
        return finished;
    }

    /** The place in the order of finishing of a task that has finished. Any thread. */
    long finishedPlaceAt(int cell) {
        long[] chunk = Cells.chunk(cells.chunksAcquire(), cell);
        int at = Cells.at(cell);
        return chunk[at + TaskCell.finishedPlace(TaskCell.lengths(chunk, at))];
    }

    /** Makes room for so many tasks. */
    void reserve(int count) {
        index.reserve(count);
    }

    /** Takes a task to a status, and returns its cell from now on. */
    int move(int cell, TaskStatus status, long leaseUntilMs, long timeMs) {
        int last = newestState(cell);
        TaskStatus from = status(cell, last);
        long lengths = lengths(cell);
        // What this batch has made is not published: it is overwritten.
        int state = isUnpublished(cell, last) ? last : last + 1;
        int moved = cell;
        if (state == TaskCell.MAX_STATES
                || status == TaskStatus.PROCESSING && hasLease(cell, state)) {
            moved = copyWithoutStates(cell, lengths);
            state = 0;
        }
        long[] chunk = cells.chunk(moved);
        int at = Cells.at(moved);
        setState(chunk, at, lengths, state, status, leaseUntilMs, timeMs);
        long place = chunk[at + TaskCell.PLACE];
        if (leaseUntilMs != TaskRecord.NO_LEASE) {
            byStatus.lower(OrderedSet.WRITERS_BOUND, place, leaseUntilMs);
        }
        byStatus.leave(from.ordinal(), place);
        byStatus.enter(status.ordinal(), place);
        if (from == TaskStatus.PENDING) {
            source(moved).tasks.leave(TaskSource.PENDING, sourcePlace(moved));
        } else if (status == TaskStatus.PENDING) {
            enterPending(source(moved), sourcePlace(moved), recordWord(moved, TaskWords.DEADLINE));
        }
        if (status.isFinal()) {
            finished.add(moved);
        }
        return moved;
    }

    /** Drops the task that finished longest ago when there are too many. */
    void trim() {
        if (finished.size() > maxFinishedTasks) {
            int oldest = finished.oldest();
            remove(oldest, keyHash(oldest));
        }
    }

    /** Removes a task; the hash is its id's. */
    void remove(int cell, int hash) {
        TaskStatus status = status(cell);
        if (status.isFinal()) {
            finished.remove(cell);
        }
        byStatus.remove(status.ordinal(), place(cell));
        TaskSource source = source(cell);
        if (status == TaskStatus.PENDING) {
            source.tasks.remove(TaskSource.PENDING, sourcePlace(cell));
        } else {
            source.tasks.release(sourcePlace(cell));
        }
        if (status.isFinal()) {
            arena.drop(cell);
        } else {
            drop(cell, hash);
        }
        sources.releaseIfEmpty(source);
    }

    /** The pending task of an AVS, not due before a moment, that was saved first; or none. */
    int firstPending(long[] words, int avsAt, int avsCode, long dueMs) {
        AvsGroup group = sources.findGroup(words, avsAt, avsCode);
        int first = Cells.NONE;
        if (group != null) {
            for (TaskSource source : group.sourcesAcquire()) {
                int candidate =
                        dueMs <= 0
                                ? source.tasks.first(TaskSource.PENDING)
                                : source.tasks.firstBelow(
                                        TaskSource.PENDING, -dueMs, latenessOrder);
                if (candidate != Cells.NONE
                        && (first == Cells.NONE || place(candidate) < place(first))) {
                    first = candidate;
                }
            }
        }
        return first;
    }

    /**
     * The tasks whose lease ends before a moment, in the order in which they were saved, and no
     * more than so many; valid until the next.
     */
    CellList leasedUntilBefore(long nowMs, int most) {
        found.clear();
        byStatus.addBelow(TaskStatus.PROCESSING.ordinal(), nowMs, leaseOrder, most, found);
        return found;
    }

    /**
     * The tasks that came from a chain's blocks above a number, in the order in which they were
     * saved.
     */
    CellList fromBlocksAbove(EncodedChain chain, long number) {
        CellList orphans = new CellList();
        EncodedAddress avs = chain.avs();
        TaskSource source =
                sources.find(avs.words().words(), 0, avs.code(), chain.chain().chainId());
        if (source != null) {
            found.clear();
            source.tasks.addAbove(number, found);
            for (int i = 0; i < found.count(); i++) {
                if (recordWord(found.get(i), TaskWords.SOURCE_BLOCK) > number) {
                    orphans.add(found.get(i));
                }
            }
        }
        return orphans;
    }

    /** Where a task stands. */
    TaskStatus status(int cell) {
        return status(cell, newestState(cell));
    }

    /**
     * A task and where it stands; of one that came as an object it is kept for those who read it.
     */
    TaskRecord remember(int cell) {
        TaskRecord taskRecord = taskRecord(cell);
        TypedTask typed = TypedTask.of(cells.objects().get(cell));
        if (typed != null) {
            cells.objects().set(cell, typed.with(taskRecord));
        }
        return taskRecord;
    }

    /** A task and where it stands. */
    TaskRecord taskRecord(int cell) {
        int state = newestState(cell);
        long[] chunk = cells.chunk(cell);
        int at = Cells.at(cell);
        TypedTask typed = TypedTask.of(cells.objects().get(cell));
        long lengths = TaskCell.lengths(chunk, at);
        return new TaskRecord(
                typed == null ? TaskWords.decode(chunk, at + TaskCell.RECORD) : typed.task().get(),
                TaskCell.status(chunk, at, state),
                TaskCell.createdAtMs(chunk, at, lengths),
                TaskCell.updatedAtMs(chunk, at, lengths, state),
                TaskCell.leaseUntilMs(chunk, at, lengths, state));
    }

    /** The tasks in a status now, for the writer. */
    void addAll(CellList target) {
        for (int status = 0; status < STATUSES; status++) {
            byStatus.addMembers(status, target);
        }
    }

    long place(int cell) {
        return cells.word(cell, TaskCell.PLACE);
    }

    /** The task of an id at a position, or none. Any thread; to be validated. */
    public int findAt(long position, int hash, Object id) {
        return index.findAt(position, hash, this, id, 0);
    }

    /** The task of a cell at a position. Any thread; to be validated. */
    public Optional<Task> taskAt(int cell, long position) {
        TypedTask typed = TypedTask.of(cells.objects().get(cell));
        return typed == null ? Optional.of(decode(cell, position)) : typed.task();
    }

    /** The task of a cell, and where it stands at a position. Any thread; to be validated. */
    public Optional<TaskRecord> taskRecordAt(int cell, long position) {
        long[] chunk = Cells.chunk(cells.chunksAcquire(), cell);
        int at = Cells.at(cell);
        int state = TaskCell.stateAt(chunk, at, position);
        TaskStatus status = TaskCell.status(chunk, at, state);
        long lengths = TaskCell.lengths(chunk, at);
        long updatedAtMs = TaskCell.updatedAtMs(chunk, at, lengths, state);
        long leaseUntilMs = TaskCell.leaseUntilMs(chunk, at, lengths, state);
        TypedTask typed = TypedTask.of(cells.objects().get(cell));
        if (typed != null) {
            TaskRecord last = typed.lastRecord().get();
            if (last.status() == status
                    && last.updatedAtMs() == updatedAtMs
                    && last.leaseUntilMs() == leaseUntilMs) {
                return typed.lastRecord();
            }
        }
        Task task = typed == null ? decode(cell, position) : typed.task().get();
        return Optional.of(
                new TaskRecord(
                        task,
                        status,
                        TaskCell.createdAtMs(chunk, at, lengths),
                        updatedAtMs,
                        leaseUntilMs));
    }

    /** The ordinal of the status of a cell at a position. Any thread; to be validated. */
    public int statusAt(int cell, long position) {
        long[] chunk = Cells.chunk(cells.chunksAcquire(), cell);
        int at = Cells.at(cell);
        return TaskCell.status(chunk, at, TaskCell.stateAt(chunk, at, position)).ordinal();
    }

    /** The tasks by status, in the order in which they were saved; the tracks are the statuses. */
    public OrderedSet byStatus() {
        return byStatus;
    }

    /** Adds all tasks at a position, in the order in which they were saved. Any thread. */
    void addAllAt(long position, CellList target) {
        byStatus.addAllMembersAt(position, placeOrder, target);
    }

    /** Adds the pending tasks of an AVS at a position. Any thread; to be validated. */
    public void addPendingAt(long position, int avsHash, Address avs, CellList target) {
        AvsGroup group = sources.findAt(position, avsHash, avs);
        if (group == null) {
            return;
        }
        TaskSource[] all = group.sourcesAcquire();
        for (TaskSource source : all) {
            source.tasks.addMembersAt(TaskSource.PENDING, position, target);
        }
        if (all.length > 1) {
            sort(target);
        }
    }

    /** The pending tasks of an AVS at a position; null when that is not valid any more. */
    public List<Task> listPendingAt(long position, int avsHash, Address avs, Elements elements) {
        AvsGroup group = sources.findAt(position, avsHash, avs);
        TaskSource[] all = group == null ? new TaskSource[0] : group.sourcesAcquire();
        if (all.length == 1) {
            return all[0].tasks.listAt(TaskSource.PENDING, position, elements);
        }
        CellList pending = new CellList();
        addPendingAt(position, avsHash, avs, pending);
        Task[] tasks = new Task[pending.count()];
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = taskAt(pending.get(i), position).get();
        }
        return elements.validate(position)
                ? Collections.unmodifiableList(Arrays.asList(tasks))
                : null;
    }

    /** When a task is too late, ms. Any thread; to be validated. */
    public long deadlineMsAt(int cell) {
        long[] chunk = Cells.chunk(cells.chunksAcquire(), cell);
        return chunk[Cells.at(cell) + TaskCell.RECORD + TaskWords.DEADLINE];
    }

    /** Sorts tasks by the order in which they were saved. Any thread; to be validated. */
    public void sort(CellList tasks) {
        tasks.sort(placeOrder);
    }

    /** Tasks as they came as objects, or decoded. */
    public Cells cells() {
        return cells;
    }

    @Override
    public boolean matches(long[] chunk, int at, int cell) {
        return hasId(chunk, at);
    }

    @Override
    public boolean hasKey(long[] chunk, int at, int cell, Object key, long number) {
        if (key instanceof WordId id) {
            // First, because the hot path comes by here.
            int idBytes = TaskWords.idBytes(TaskCell.lengths(chunk, at));
            return id.isSame(chunk, at + TaskCell.RECORD + TaskWords.ID, idBytes);
        }
        if (key instanceof CellKey same) {
            return TaskType.INSTANCE.hasKeyOf(
                    chunk, at + TaskCell.RECORD, same.chunk(), same.at() + TaskCell.RECORD);
        }
        return TaskType.INSTANCE.hasKey(chunk, at + TaskCell.RECORD, key);
    }

    @Override
    public void onFree(int cell) {
        int hash =
                status(cell).isFinal()
                        ? keyHash(cell)
                        : (int) cells.word(cell, TaskCell.finishedPlace(lengths(cell)));
        index.remove(cell, hash);
        int older = Cells.NONE;
        if (arena.mayHaveOlder(cell)) {
            soughtAt = cell;
            older = index.findNewest(hash, olderMatch);
        }
        byStatus.forward(place(cell), cell, older);
        TaskSource source = source(cell);
        if (source != null) {
            source.tasks.forward(sourcePlace(cell), cell, older);
        }
    }

    @Override
    public boolean isAt(long[] chunk, int at, long place) {
        return Cells.kind(chunk, at) == Kinds.TASK && chunk[at + TaskCell.PLACE] == place;
    }

    @Override
    public int otherAt(long[] chunk, int at, long position) {
        int hash = keyHash(chunk, at + TaskCell.RECORD);
        return index.findAt(position, hash, this, new CellKey(chunk, at), 0);
    }

    @Override
    public int versionAt(int cell, long place, int track, long position) {
        return versionAt(this, cell, place, track, position);
    }

    /** The same of the places of a source. */
    int versionAt(StateMemory.Places places, int cell, long place, int status, long position) {
        int version = memory.versionAt(places, cell, place, position);
        if (version <= Cells.NONE) {
            return version;
        }
        long[] chunk = Cells.chunk(cells.chunksAcquire(), version);
        int at = Cells.at(version);
        TaskStatus then = TaskCell.status(chunk, at, TaskCell.stateAt(chunk, at, position));
        return then.ordinal() == status ? version : Cells.NONE;
    }

    private boolean isOlder(long[] chunk, int at, int cell) {
        return chunk[at + TaskCell.PLACE] == place(soughtAt)
                && TaskType.INSTANCE.hasKeyOf(
                        chunk,
                        at + TaskCell.RECORD,
                        cells.chunk(soughtAt),
                        Cells.at(soughtAt) + TaskCell.RECORD);
    }

    private int find(int hash, long[] words, int idAt, int idBytes) {
        soughtWords = words;
        soughtAt = idAt;
        soughtBytes = idBytes;
        int cell = index.find(hash, this);
        soughtWords = null; // may be a large array that is its command's alone
        return cell;
    }

    private boolean hasId(long[] chunk, int at) {
        if (TaskWords.idBytes(TaskCell.lengths(chunk, at)) != soughtBytes) {
            return false;
        }
        return Words.isSame(
                chunk, at + TaskCell.RECORD + TaskWords.ID, soughtWords, soughtAt, soughtBytes);
    }

    /** A copy that takes its place, but for the states, with which it begins anew. */
    private int copyWithoutStates(int cell, long lengths) {
        int copy = arena.make(TaskCell.wordCount(lengths), Kinds.TASK);
        cells.tag(copy, cells.tag(cell));
        int from = TaskCell.PLACE;
        cells.copyIn(
                cells.chunk(cell),
                Cells.at(cell) + from,
                TaskCell.lease(lengths) - from,
                copy,
                from);
        forgetStates(cells.chunk(copy), Cells.at(copy));
        Object stored = cells.objects().get(cell);
        if (stored != null) {
            cells.objects().set(copy, stored);
        }
        int hash = keyHash(cell);
        index.insert(copy, hash);
        byStatus.replace(cells.word(cell, TaskCell.PLACE), copy);
        source(cell).tasks.replace(sourcePlace(cell), copy);
        drop(cell, hash);
        return copy;
    }

    /** Lets a task go that has not finished, with its id's hash for when its cell becomes free. */
    private void drop(int cell, int hash) {
        cells.word(cell, TaskCell.finishedPlace(lengths(cell)), hash);
        arena.drop(cell);
    }

    private void setState(
            long[] chunk,
            int at,
            long lengths,
            int state,
            TaskStatus status,
            long leaseUntilMs,
            long timeMs) {
        chunk[at + TaskCell.updatedAt(lengths, state)] = timeMs;
        if (status == TaskStatus.PROCESSING) {
            chunk[at + TaskCell.lease(lengths)] = leaseUntilMs;
        }
        // Pairs with the acquire load in TaskCell.stateAt: a thread that sees the stamp sees the
        // state. A
        // reader takes no state whose stamp is above its position.
        long stamp = TaskCell.stamp(arena.batch(), status.ordinal());
        Cells.wordRelease(chunk, at + TaskCell.STAMPS + state, stamp);
    }

    /** Whether a state before this one has the lease for which there is room. */
    private boolean hasLease(int cell, int end) {
        for (int state = 0; state < end; state++) {
            if (status(cell, state) == TaskStatus.PROCESSING) {
                return true;
            }
        }
        return false;
    }

    private static void forgetStates(long[] chunk, int at) {
        for (int i = 0; i < TaskCell.MAX_STATES; i++) {
            chunk[at + TaskCell.STAMPS + i] = TaskCell.NO_STAMP;
        }
    }

    private boolean isUnpublished(int cell, int state) {
        return TaskCell.position(cells.word(cell, TaskCell.STAMPS + state)) == arena.batch();
    }

    private static void enterPending(TaskSource source, long sourcePlace, long deadlineMs) {
        source.tasks.lower(OrderedSet.WRITERS_BOUND, sourcePlace, ~deadlineMs);
        source.tasks.enter(TaskSource.PENDING, sourcePlace);
    }

    /** The lower, the later a task is due: below -t it is due at t or later. */
    private long lateness(int cell) {
        return ~recordWord(cell, TaskWords.DEADLINE);
    }

    private TaskStatus status(int cell, int state) {
        return TaskCell.status(cells.word(cell, TaskCell.STAMPS + state));
    }

    private int newestState(int cell) {
        long[] chunk = cells.chunk(cell);
        int stamps = Cells.at(cell) + TaskCell.STAMPS;
        int state = 0;
        while (state < TaskCell.MAX_STATES - 1 && chunk[stamps + state + 1] != TaskCell.NO_STAMP) {
            state++;
        }
        return state;
    }

    private long leaseUntilMs(int cell) {
        return TaskCell.leaseUntilMs(
                cells.chunk(cell), Cells.at(cell), lengths(cell), newestState(cell));
    }

    private TaskSource source(int cell) {
        return sources.get(cells.tag(cell));
    }

    /** The same of one that is there. */
    int keyHash(int cell) {
        return keyHash(cells.chunk(cell), Cells.at(cell) + TaskCell.RECORD);
    }

    private long recordWord(int cell, int word) {
        return cells.word(cell, TaskCell.RECORD + word);
    }

    private long lengths(int cell) {
        return recordWord(cell, TaskWords.LENGTHS);
    }

    private long sourcePlace(int cell) {
        return cells.word(cell, TaskCell.SOURCE_PLACE);
    }

    private long placeAt(int cell) {
        return Cells.chunk(cells.chunksAcquire(), cell)[Cells.at(cell) + TaskCell.PLACE];
    }

    private Task decode(int cell, long position) {
        long[] chunk = Cells.chunk(cells.chunksAcquire(), cell);
        int wordCount = TaskWords.wordCount(TaskCell.lengths(chunk, Cells.at(cell)));
        return TaskWords.decode(memory.copy(cell, TaskCell.RECORD, wordCount, position), 0);
    }
}
