package io.strait.engine.state;

import io.strait.api.domain.Address;
import io.strait.engine.arena.Arena;
import io.strait.engine.arena.Cells;
import io.strait.engine.bytes.Keys;
import io.strait.engine.index.CellIndex;
import io.strait.engine.index.CellMatch;
import io.strait.engine.index.KeyMatch;
import io.strait.engine.record.AddressWords;
import java.util.Arrays;

/**
 * Which tasks came from which chain of which AVS. A source that has no tasks any more stays until
 * no reader can know it; one whose tasks come again meanwhile goes on with its places. The cells of
 * groups and sources hold nothing but the hash of their keys.
 */
final class TaskSources {
    private static final int HASH = Cells.HEADER_WORDS;
    private static final int WORDS = HASH + 1;

    private final int most;
    private final StateMemory memory;
    private final Keys keys;
    private final Arena arena;
    private final Cells cells;
    private final TaskTable tasks;
    private final CellIndex groupIndex;
    private final CellIndex sourceIndex;
    private final KeyMatch groupMatch = new GroupMatch();
    private final CellMatch writersGroupMatch = this::isSoughtGroup;
    private final CellMatch sourceMatch = this::isSoughtSource;

    private TaskSource[] byNumber = new TaskSource[16];
    private int[] freeNumbers = new int[16];
    private int freeCount;
    private int numberCount;

    /** The source that was found last, or null. */
    private TaskSource last;

    private long[] soughtWords;
    private int soughtAt;
    private int soughtCode;
    private long soughtChainId;

    TaskSources(StateMemory memory, TaskTable tasks, int most) {
        this.most = most;
        this.memory = memory;
        this.tasks = tasks;
        keys = memory.keys();
        arena = memory.arena();
        cells = arena.cells();
        groupIndex = memory.newIndex();
        sourceIndex = memory.newIndex();
        arena.setOwner(Kinds.AVS_GROUP, this::onGroupFree);
        arena.setOwner(Kinds.TASK_SOURCE, this::onSourceFree);
    }

    /** The source of a chain, or null when no task came from there. */
    TaskSource find(long[] words, int avsAt, int avsCode, long chainId) {
        TaskSource known = last;
        if (known != null
                && known.chainId == chainId
                && known.cell != Cells.NONE
                && known.group.isOf(words, avsAt, avsCode)) {
            return known;
        }
        seek(words, avsAt, avsCode, chainId);
        int hash = AddressWords.hash(keys, words, avsAt, avsCode, chainId);
        int cell = sourceIndex.find(hash, sourceMatch);
        soughtWords = null; // may be a large array that is its command's alone
        if (cell == Cells.NONE) {
            return null;
        }
        last = (TaskSource) cells.objects().get(cell);
        return last;
    }

    /** The group of an AVS, or null when it has had no tasks for long. */
    AvsGroup findGroup(long[] words, int at, int code) {
        seek(words, at, code, 0);
        int cell = groupIndex.find(AddressWords.hash(keys, words, at, code), writersGroupMatch);
        soughtWords = null;
        return cell == Cells.NONE ? null : (AvsGroup) cells.objects().get(cell);
    }

    /** The source of a number. */
    TaskSource get(int number) {
        return byNumber[number];
    }

    /** The source of a chain from which a task has come. */
    TaskSource findOrAdd(long[] words, int avsAt, int avsCode, long chainId) {
        TaskSource found = find(words, avsAt, avsCode, chainId);
        return found == null ? add(words, avsAt, avsCode, chainId) : found;
    }

    /** Whether this would be one source too many; the outcome says so then. */
    boolean lacksRoom(long[] words, int avsAt, int avsCode, long chainId, Outcome outcome) {
        if (freeCount > 0 || numberCount < most) {
            return false;
        }
        int hash = AddressWords.hash(keys, words, avsAt, avsCode, chainId);
        if (findAny(words, avsAt, avsCode, chainId, hash) != null) {
            return false;
        }
        outcome.refused(Limit.TASK_SOURCES, most);
        return true;
    }

    /** A source has lost a task, and goes with its last one. */
    void releaseIfEmpty(TaskSource source) {
        if (source.tasks.taken() == 0) {
            int cell = source.cell;
            source.cell = Cells.NONE;
            last = null;
            arena.drop(cell);
        }
    }

    /** The group of an AVS at a position, or null. Any thread; to be validated. */
    AvsGroup findAt(long position, int avsHash, Address avs) {
        int cell = groupIndex.findAt(position, avsHash, groupMatch, avs, 0);
        return cell == Cells.NONE ? null : (AvsGroup) cells.objects().get(cell);
    }

    private TaskSource add(long[] words, int avsAt, int avsCode, long chainId) {
        int hash = AddressWords.hash(keys, words, avsAt, avsCode, chainId);
        TaskSource source = findAny(words, avsAt, avsCode, chainId, hash);
        if (source == null) {
            AvsGroup group = findOrAddGroup(words, avsAt, avsCode);
            source = new TaskSource(memory, tasks, group, chainId, takeNumber());
            byNumber[source.number] = source;
            group.add(source);
        }
        // Counted first: to make a cell may free the last one that it has.
        source.cellCount++;
        source.cell = make(Kinds.TASK_SOURCE, sourceIndex, hash, source);
        last = source;
        return source;
    }

    private AvsGroup findOrAddGroup(long[] words, int avsAt, int avsCode) {
        AvsGroup group = findGroup(words, avsAt, avsCode);
        if (group == null) {
            group = new AvsGroup(words, avsAt, avsCode);
            int hash = AddressWords.hash(keys, words, avsAt, avsCode);
            group.cell = make(Kinds.AVS_GROUP, groupIndex, hash, group);
        }
        return group;
    }

    /** The source of a chain, also one that has no tasks any more; or null. */
    private TaskSource findAny(long[] words, int avsAt, int avsCode, long chainId, int hash) {
        seek(words, avsAt, avsCode, chainId);
        int cell = sourceIndex.findNewest(hash, sourceMatch);
        soughtWords = null;
        return cell == Cells.NONE ? null : (TaskSource) cells.objects().get(cell);
    }

    private int make(int kind, CellIndex index, int hash, Object object) {
        int cell = arena.make(WORDS, kind);
        cells.word(cell, HASH, hash);
        cells.objects().set(cell, object);
        index.insert(cell, hash);
        return cell;
    }

    private void onSourceFree(int cell) {
        sourceIndex.remove(cell, (int) cells.word(cell, HASH));
        TaskSource source = (TaskSource) cells.objects().get(cell);
        source.cellCount--;
        if (source.cellCount == 0) {
            AvsGroup group = source.group;
            group.remove(source);
            giveBack(source.number);
            if (group.isEmpty()) {
                arena.drop(group.cell);
            }
        }
    }

    private int takeNumber() {
        if (freeCount > 0) {
            return freeNumbers[--freeCount];
        }
        if (numberCount == byNumber.length) {
            byNumber = Arrays.copyOf(byNumber, 2 * numberCount);
        }
        return numberCount++;
    }

    private void giveBack(int number) {
        byNumber[number] = null;
        if (freeCount == freeNumbers.length) {
            freeNumbers = Arrays.copyOf(freeNumbers, 2 * freeCount);
        }
        freeNumbers[freeCount++] = number;
    }

    private void onGroupFree(int cell) {
        groupIndex.remove(cell, (int) cells.word(cell, HASH));
    }

    private void seek(long[] words, int at, int code, long chainId) {
        soughtWords = words;
        soughtAt = at;
        soughtCode = code;
        soughtChainId = chainId;
    }

    private boolean isSoughtSource(long[] chunk, int at, int cell) {
        TaskSource source = (TaskSource) cells.objects().get(cell);
        return source.chainId == soughtChainId
                && source.group.isOf(soughtWords, soughtAt, soughtCode);
    }

    private boolean isSoughtGroup(long[] chunk, int at, int cell) {
        return ((AvsGroup) cells.objects().get(cell)).isOf(soughtWords, soughtAt, soughtCode);
    }

    /** Matches the group of an address. */
    private final class GroupMatch implements KeyMatch {
        @Override
        public boolean hasKey(long[] chunk, int at, int cell, Object key, long number) {
            return cells.objects().get(cell) instanceof AvsGroup group && group.isOf((Address) key);
        }
    }
}
