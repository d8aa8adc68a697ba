package io.strait.engine.flat;

import io.strait.api.domain.Address;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads of the records of one kind as of a published position, by any thread.
 *
 * @param <V> the records' type
 */
public final class RecordReads<V> extends KeyedReads {
    private final RecordKind<V> kind;
    private final CellIndex index;

    RecordReads(FlatMemory memory, RecordKind<V> kind, boolean captured) {
        super(memory, captured);
        index = memory.cells.indexes.of(kind.index);
        this.kind = kind;
    }

    /**
     * The record of an id. Allocates nothing when it came as an object.
     *
     * @param position the position
     * @param hash64 the hash of the id
     * @param id the id
     * @return the record, or nothing
     */
    public Optional<V> get(long position, long hash64, Object id) {
        int cell = index.findAt(position, hash64, this, id);
        return cell == Blocks.NONE ? Optional.empty() : optional(cell, position);
    }

    /**
     * All records.
     *
     * @param roots what the head has at the position
     * @return the root of them, in their order
     */
    public int all(long roots) {
        return root(roots, kind.byOrderRoot);
    }

    /**
     * The records of an AVS.
     *
     * @param roots what the head has at the position
     * @param position the position
     * @param avs the AVS
     * @return the root of them, in their order
     */
    public int ofAvs(long roots, long position, Address avs) {
        return group(roots, kind.byAvsRoot, position, avs);
    }

    /**
     * The records that a root leads to.
     *
     * @param root the root
     * @param position where it was found
     * @return an immutable list, newly allocated
     */
    public List<V> list(int root, long position) {
        int[] cells = cells(root, position);
        Object[] records = new Object[cells.length];
        for (int i = 0; i < cells.length; i++) {
            V value = object(cells[i]);
            records[i] = value == null ? decode(cells[i], position) : value;
        }
        return RecordReads.<V>immutable(records);
    }

    @Override
    boolean hasId(long[] chunk, int cellAt, int cell, Object id) {
        return kind.hasId(chunk, cellAt + RecordLayout.WORDS, object(cell), id);
    }

    @Override
    Address avs(int cell) {
        return kind.avs(chunk(cell), wordsAt(cell), object(cell));
    }

    /** What is kept in the optional that was stored for a cell, or null. */
    @SuppressWarnings("unchecked")
    static <V> V objectOf(Object stored) {
        return stored instanceof Optional<?> optional ? (V) optional.get() : null;
    }

    /** The elements are values: only what came from a table of them is put there. */
    @SuppressWarnings("unchecked")
    private static <V> List<V> immutable(Object[] values) {
        return (List<V>) Collections.unmodifiableList(Arrays.asList(values));
    }

    @SuppressWarnings("unchecked")
    private Optional<V> optional(int cell, long position) {
        return memory.objects.get(cell) instanceof Optional<?> optional
                ? (Optional<V>) optional
                : Optional.of(decode(cell, position));
    }

    private V object(int cell) {
        return objectOf(memory.objects.get(cell));
    }

    private V decode(int cell, long position) {
        int countAt = RecordLayout.WORD_COUNT - RecordLayout.WORDS;
        return kind.decode(copy(cell, wordsAt(cell), countAt, position), 0);
    }

    private static int wordsAt(int cell) {
        return Cells.at(cell) + RecordLayout.WORDS;
    }
}
