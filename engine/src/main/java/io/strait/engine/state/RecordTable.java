package io.strait.engine.state;

import io.strait.engine.arena.Arena;
import io.strait.engine.arena.CellOwner;
import io.strait.engine.arena.Cells;
import io.strait.engine.bytes.Keys;
import io.strait.engine.index.CellIndex;
import io.strait.engine.index.CellList;
import io.strait.engine.index.CellMatch;
import io.strait.engine.index.Elements;
import io.strait.engine.index.KeyMatch;
import io.strait.engine.index.OrderedSet;
import io.strait.engine.index.Versions;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.IdRecordType;
import io.strait.engine.record.RecordType;
import java.util.List;
import java.util.Optional;

/**
 * The records of one kind, by key and in an order. A record that is replaced keeps its place. Which
 * changes are allowed is not decided here. A record is known by its cell, until it is replaced:
 *
 * <pre>
 *   0   header: see {@link Cells}
 *   3   place in the order
 *   4   place in a queue: see {@link CellQueue}
 *   5   the record
 * </pre>
 *
 * @param <V> the record as an object
 */
public final class RecordTable<V>
        implements CellOwner, CellMatch, KeyMatch, Versions, StateMemory.Places {
    /** The one track of the order. */
    private static final int ALL = 0;

    private static final int PLACE = Cells.HEADER_WORDS;
    private static final int QUEUE_PLACE = PLACE + 1;
    private static final int RECORD = QUEUE_PLACE + 1;

    private final StateMemory memory;
    private final Arena arena;
    private final Cells cells;
    private final int kind;
    private final RecordType<V> type;
    private final Keys keys;
    private final CellIndex index;
    private final OrderedSet order;
    private long[] soughtWords;
    private int soughtAt;
    private boolean soughtIsId;
    private long soughtPlace;
    private final CellMatch olderMatch = this::isOlder;

    RecordTable(StateMemory memory, int kind, RecordType<V> type) {
        this.memory = memory;
        this.arena = memory.arena();
        this.cells = arena.cells();
        this.kind = kind;
        this.type = type;
        keys = memory.keys();
        index = memory.newIndex();
        order = memory.newSet(1, this);
        arena.setOwner(kind, this);
    }

    /** How many records there are. Writer thread only. */
    int size() {
        return order.taken();
    }

    /** Finds the record of an id that a command names, or none. */
    int findId(long[] command, int at) {
        soughtWords = command;
        soughtAt = at;
        soughtIsId = true;
        int idBytes = (int) command[at + CommandWords.ID_LENGTH];
        return findSought(keys.ofId(command, at + CommandWords.ID, idBytes));
    }

    /** Finds the record with the key of another one, or none. */
    int find(long[] words, int at) {
        soughtWords = words;
        soughtAt = at;
        soughtIsId = false;
        return findSought(type.keyHash(keys, words, at));
    }

    /** Adds a record at the end of the order; the object may be null. */
    int add(long[] words, int at, V value) {
        int cell = make(words, at, value);
        long place = order.append(cell);
        cells.word(cell, PLACE, place);
        index.insert(cell, type.keyHash(keys, words, at));
        order.enter(ALL, place);
        return cell;
    }

    /**
     * Puts a record in the place of another with its key, which is in no queue; returns its cell.
     */
    int replace(int cell, long[] words, int at, V value) {
        long place = cells.word(cell, PLACE);
        int wordCount = type.wordCount(words, at);
        if (arena.isUnpublished(cell) && RECORD + wordCount <= cells.room(cell)) {
            // What this batch has made nobody has seen.
            order.touch(ALL, place);
            cells.wipe(cell);
            fill(cell, words, at, wordCount, value);
            cells.word(cell, PLACE, place);
            return cell;
        }
        int next = make(words, at, value);
        cells.word(next, PLACE, place);
        index.insert(next, type.keyHash(keys, words, at));
        order.replace(place, next);
        arena.drop(cell);
        return next;
    }

    void remove(int cell) {
        order.remove(ALL, place(cell));
        arena.drop(cell);
    }

    /** A record as an object; allocates it when it came as words. */
    V value(int cell) {
        V value = object(cell);
        return value == null ? type.decode(cells.chunk(cell), recordAt(cell)) : value;
    }

    /** The array with a record's words. Writer thread only. */
    long[] words(int cell) {
        return cells.chunk(cell);
    }

    /** Where a record's words begin. */
    int recordAt(int cell) {
        return Cells.at(cell) + RECORD;
    }

    /** A queue of records; no record is in two. */
    CellQueue newQueue() {
        return new CellQueue(memory, cell -> QUEUE_PLACE);
    }

    long place(int cell) {
        return cells.word(cell, PLACE);
    }

    /** The record of a key at a position, or none. Any thread; to be validated. */
    public int findAt(long position, int hash, Object key) {
        return index.findAt(position, hash, this, key, 0);
    }

    /** The record of a key at a position. Any thread; to be validated. */
    public Optional<V> getAt(long position, int hash, Object key) {
        int cell = findAt(position, hash, key);
        return cell == Cells.NONE ? Optional.empty() : optional(cell, position);
    }

    /** All records at a position, or null when that is not valid any more. Any thread. */
    public List<V> listAt(long position, Elements elements) {
        return order.listAt(ALL, position, elements);
    }

    /** Adds the cells of all records at a pinned position, in their order. Any thread. */
    void addAllAt(long position, CellList target) {
        order.addMembersAt(ALL, position, target);
    }

    /** The array that a record is in. Any thread. */
    long[] chunkAcquire(int cell) {
        return Cells.chunk(cells.chunksAcquire(), cell);
    }

    /** The place in its queue of a record at a position at which it was in one. Any thread. */
    long queuePlaceAt(int cell) {
        return chunkAcquire(cell)[Cells.at(cell) + QUEUE_PLACE];
    }

    /** Makes room for so many records. */
    void reserve(int count) {
        index.reserve(count);
    }

    /** All records in their order. */
    public OrderedSet order() {
        return order;
    }

    /** A record as it was found at a position. Any thread; to be validated. */
    public V valueAt(int cell, long position) {
        V value = object(cell);
        return value == null ? decode(cell, position) : value;
    }

    /** The type of the records. */
    public RecordType<V> type() {
        return type;
    }

    /** Where in a cell a record begins. */
    public static int recordOffset() {
        return RECORD;
    }

    @Override
    public boolean matches(long[] chunk, int at, int cell) {
        return soughtIsId
                ? ((IdRecordType<V>) type).hasCommandId(chunk, at + RECORD, soughtWords, soughtAt)
                : type.hasKeyOf(chunk, at + RECORD, soughtWords, soughtAt);
    }

    @Override
    public boolean hasKey(long[] chunk, int at, int cell, Object key, long number) {
        if (key instanceof CellKey same) {
            return type.hasKeyOf(chunk, at + RECORD, same.chunk(), same.at() + RECORD);
        }
        V value = object(cell);
        return value == null ? type.hasKey(chunk, at + RECORD, key) : type.isKeyOf(value, key);
    }

    @Override
    public void onFree(int cell) {
        long[] chunk = cells.chunk(cell);
        int at = recordAt(cell);
        int hash = type.keyHash(keys, chunk, at);
        index.remove(cell, hash);
        int older = Cells.NONE;
        soughtPlace = place(cell);
        if (arena.mayHaveOlder(cell)) {
            soughtWords = chunk;
            soughtAt = at;
            older = index.findNewest(hash, olderMatch);
            soughtWords = null;
        }
        order.forward(soughtPlace, cell, older);
    }

    @Override
    public int versionAt(int cell, long place, int track, long position) {
        return memory.versionAt(this, cell, place, position);
    }

    @Override
    public boolean isAt(long[] chunk, int at, long place) {
        return Cells.kind(chunk, at) == kind && chunk[at + PLACE] == place;
    }

    @Override
    public int otherAt(long[] chunk, int at, long position) {
        int hash = type.keyHash(keys, chunk, at + RECORD);
        return index.findAt(position, hash, this, new CellKey(chunk, at), 0);
    }

    private boolean isOlder(long[] chunk, int at, int cell) {
        return chunk[at + PLACE] == soughtPlace
                && type.hasKeyOf(chunk, at + RECORD, soughtWords, soughtAt);
    }

    private int findSought(int hash) {
        int cell = index.find(hash, this);
        soughtWords = null; // may be a large array that is its command's alone
        return cell;
    }

    private int make(long[] words, int at, V value) {
        int wordCount = type.wordCount(words, at);
        int cell = arena.make(RECORD + wordCount, kind);
        fill(cell, words, at, wordCount, value);
        return cell;
    }

    private void fill(int cell, long[] words, int at, int wordCount, V value) {
        cells.copyIn(words, at, wordCount, cell, RECORD);
        if (value == null) {
            cells.objects().remove(cell);
        } else {
            cells.objects().set(cell, Optional.of(value));
        }
    }

    @SuppressWarnings("unchecked")
    private V object(int cell) {
        return cells.objects().get(cell) instanceof Optional<?> optional
                ? (V) optional.get()
                : null;
    }

    @SuppressWarnings("unchecked")
    private Optional<V> optional(int cell, long position) {
        return cells.objects().get(cell) instanceof Optional<?> optional
                ? (Optional<V>) optional
                : Optional.of(decode(cell, position));
    }

    private V decode(int cell, long position) {
        long[] chunk = Cells.chunk(cells.chunksAcquire(), cell);
        int wordCount = type.wordCount(chunk, Cells.at(cell) + RECORD);
        return type.decode(memory.copy(cell, RECORD, wordCount, position), 0);
    }
}
