package io.strait.engine.flat;

import io.strait.api.domain.Address;
import io.strait.engine.word.WordBuffer;
import java.util.Optional;

/**
 * The records of one kind as the writer keeps them: each in a cell, by its id and in an order, and
 * grouped by AVS if they are of such a kind. Which changes are allowed is not decided here. A
 * record is known by its cell, until it is replaced. Writer thread only; allocates for objects
 * alone, and to grow.
 *
 * @param <V> the records' type
 */
public final class FlatRecords<V> {
    /** No record. */
    public static final int NONE = Blocks.NONE;

    private final FlatMemory memory;
    private final RecordKind<V> kind;
    private final RootNode roots;
    private final Cells cells;
    private final CellIndex index;
    private final FlatTrie byOrder;
    private final AvsTries byAvs;
    private final Match match = new Match();
    private final WordBuffer words = new WordBuffer(16);
    private long nextOrder;

    FlatRecords(FlatMemory memory, RecordKind<V> kind) {
        this.memory = memory;
        this.kind = kind;
        roots = memory.roots();
        cells = memory.cells;
        index = memory.cells.indexes.of(kind.index);
        byOrder = FlatTrie.ofUniqueKeys(memory.nodeStore, new ByOrder());
        byAvs = kind.isGrouped() ? new AvsTries(memory, byOrder, this::avs) : null;
    }

    /**
     * How many records there are.
     *
     * @return not negative
     */
    public int size() {
        return byOrder.size(roots.get(kind.byOrderRoot));
    }

    /**
     * Finds a record.
     *
     * @param hash64 the hash of its id
     * @param id its id
     * @return its cell, or {@link #NONE}
     */
    public int find(long hash64, Object id) {
        match.start(id);
        return find(hash64);
    }

    /**
     * Finds the record that has the id of one which comes as words.
     *
     * @param source the words are in here
     * @param at index of the first
     * @return its cell, or {@link #NONE}
     */
    public int find(long[] source, int at) {
        match.start(source, at);
        return find(kind.hash64(source, at));
    }

    /**
     * Adds a record that came as an object, at the end of the order.
     *
     * @param value the record
     * @return its cell
     */
    public int add(V value) {
        long[] source = words(value);
        return insert(make(source, 0, words.count(), kind.hash64(value), value), nextOrder++);
    }

    /**
     * Adds a record that came as words, at the end of the order.
     *
     * @param source the words are in here
     * @param at index of the first
     * @return its cell
     */
    public int add(long[] source, int at) {
        int wordCount = kind.wordCount(source, at);
        return insert(make(source, at, wordCount, kind.hash64(source, at), null), nextOrder++);
    }

    /**
     * Puts a record in the place of another with its id.
     *
     * @param cell the other one
     * @param value the record
     */
    public void replace(int cell, V value) {
        long[] source = words(value);
        replace(cell, source, 0, words.count(), value);
    }

    /**
     * Puts a record that came as words in the place of another with its id.
     *
     * @param cell the other one
     * @param source the words are in here
     * @param at index of the first
     */
    public void replace(int cell, long[] source, int at) {
        replace(cell, source, at, kind.wordCount(source, at), null);
    }

    /**
     * Removes a record.
     *
     * @param cell the record
     */
    public void remove(int cell) {
        if (byAvs != null) {
            roots.set(kind.byAvsRoot, byAvs.remove(roots.get(kind.byAvsRoot), cell));
        }
        roots.set(kind.byOrderRoot, byOrder.remove(roots.get(kind.byOrderRoot), cell));
        memory.cellStore.drop(cell);
    }

    /**
     * A record as an object.
     *
     * @param cell the record
     * @return what came, or the same newly allocated
     */
    public V value(int cell) {
        V value = object(cell);
        return value == null ? kind.decode(cells.chunk(cell), wordsAt(cell)) : value;
    }

    /**
     * A word of a record.
     *
     * @param cell the record
     * @param index which of the words of its kind
     * @return the word
     */
    public long word(int cell, int index) {
        return cells.word(cell, RecordLayout.WORDS + index);
    }

    /**
     * Links that the writer keeps with a record.
     *
     * @return the links of all records
     */
    public CellLinks links() {
        return new CellLinks(cells, RecordLayout.LINKS);
    }

    private int find(long hash64) {
        return index.find(hash64, match);
    }

    /** The words that are kept beside an object; valid until the next are asked for. */
    private long[] words(V value) {
        words.clear();
        kind.addWords(value, words);
        return words.words();
    }

    private int make(long[] source, int at, int wordCount, long hash64, V value) {
        int cell = memory.cellStore.make(RecordLayout.WORDS + wordCount, kind.index);
        fill(cell, source, at, wordCount, hash64, value);
        return cell;
    }

    /**
     * Whether another record with the same id can be written over this one: what this batch has
     * made nobody has seen. It must fit, and belong to the same group.
     */
    private boolean isOverwritable(int cell, long[] source, int at, int wordCount, V value) {
        return memory.cellStore.isUnpublished(cell)
                && RecordLayout.WORDS + wordCount <= cells.room(cell)
                && (byAvs == null || avs(cell).equals(kind.avs(source, at, value)));
    }

    /** Stores a record, with the object that it came as, or null. */
    private void fill(int cell, long[] source, int at, int wordCount, long hash64, V value) {
        cells.copyIn(source, at, wordCount, cell, RecordLayout.WORDS);
        cells.word(cell, RecordLayout.LINKS, 0);
        cells.word(cell, RecordLayout.HASH, hash64);
        cells.word(cell, RecordLayout.WORD_COUNT, wordCount);
        if (value == null) {
            memory.objects.remove(cell);
        } else {
            memory.objects.set(cell, Optional.of(value));
        }
    }

    private int insert(int cell, long order) {
        cells.word(cell, RecordLayout.ORDER, order);
        index.insert(cell);
        roots.set(kind.byOrderRoot, byOrder.insert(roots.get(kind.byOrderRoot), cell));
        if (byAvs != null) {
            roots.set(kind.byAvsRoot, byAvs.insert(roots.get(kind.byAvsRoot), cell));
        }
        return cell;
    }

    /** Puts a record in the place of another with its id, and so with its hash. */
    private void replace(int cell, long[] source, int at, int wordCount, V value) {
        long hash64 = cells.word(cell, RecordLayout.HASH);
        if (isOverwritable(cell, source, at, wordCount, value)) {
            fill(cell, source, at, wordCount, hash64, value);
        } else {
            replaceBy(cell, make(source, at, wordCount, hash64, value));
        }
    }

    private void replaceBy(int cell, int next) {
        cells.word(next, RecordLayout.ORDER, order(cell));
        index.insert(next);
        roots.set(kind.byOrderRoot, byOrder.replace(roots.get(kind.byOrderRoot), cell, next));
        if (byAvs != null) {
            roots.set(kind.byAvsRoot, withinAvs(roots.get(kind.byAvsRoot), cell, next));
        }
        memory.cellStore.drop(cell);
    }

    private int withinAvs(int root, int cell, int next) {
        return avs(cell).equals(avs(next))
                ? byAvs.replace(root, cell, next)
                : byAvs.insert(byAvs.remove(root, cell), next);
    }

    private Address avs(int cell) {
        return kind.avs(cells.chunk(cell), wordsAt(cell), object(cell));
    }

    private long order(int cell) {
        return cells.word(cell, RecordLayout.ORDER);
    }

    private V object(int cell) {
        return RecordReads.objectOf(memory.objects.get(cell));
    }

    private static int wordsAt(int cell) {
        return Cells.at(cell) + RecordLayout.WORDS;
    }

    /** Matches the record of an id, or of words. */
    private final class Match implements LeafMatch {
        private Object id;
        private long[] source;
        private int at;

        void start(Object soughtId) {
            id = soughtId;
            source = null;
        }

        void start(long[] soughtWords, int first) {
            id = null;
            source = soughtWords;
            at = first;
        }

        @Override
        public boolean matches(int cell) {
            long[] chunk = cells.chunk(cell);
            return id == null
                    ? kind.hasIdOf(chunk, wordsAt(cell), object(cell), source, at)
                    : kind.hasId(chunk, wordsAt(cell), object(cell), id);
        }
    }

    /** Files records under their places in the order. */
    private final class ByOrder implements LeafKeys {
        @Override
        public long keyOf(int cell) {
            return order(cell);
        }

        @Override
        public long orderOf(int cell) {
            throw new IllegalStateException("two records have the same order: " + cell);
        }
    }
}
