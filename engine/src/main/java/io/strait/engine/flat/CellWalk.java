package io.strait.engine.flat;

import io.strait.engine.codec.Codebook;
import java.util.Arrays;

/**
 * A walk over the cells of some position, each looked at where it is. One that the writer has used
 * again since is passed by. Allocates only to grow. For one thread.
 *
 * <p>What costs is to ask for each cell whether it still is what it was. So a word that is asked
 * for of one cell after the other is fetched for a block of them at once, and all these are
 * verified together. Most steps then are two comparisons, and so are most reads of the word that a
 * walk asks for first. The walks extend this class, because as a part of theirs its fields would be
 * looked for anew at each step.
 */
public abstract class CellWalk {
    private static final int NO_ROOT = Slot.EMPTY;
    private static final int NO_WORD = -1;

    /** Of how many cells a word is fetched at once, at most. */
    private static final int BLOCK = 64;

    /**
     * Each so many-th cell it is asked whether all still are what they were: see {@link
     * io.strait.api.hotpath.TaskCursor}. A power of two.
     */
    private static final int ASKED_EACH = 8;

    final FlatMemory memory;
    private final Cells source;
    private final Horizon horizon;
    private final String noCell;
    private final String usedAgain;
    private final WordColumn[] columns;

    /** Which root the cells were copied from. */
    private int root = NO_ROOT;

    private int[] cells = new int[64];
    private int count;
    private int index;

    /** Up to where a column is fetched at once: the index behind the last cell of the block. */
    private int blockEnd;

    /** The word whose column has the rest of the block; there is none while it is at no cell. */
    private int aheadWord = NO_WORD;

    /** The column that was looked ahead in last, and its values. */
    private WordColumn ahead;

    private long[] aheadValues;
    private long position;
    private long[][] chunks;

    /** Kept reachable while the walk may need what it captured. */
    private Object captured;

    /**
     * A walk over nothing.
     *
     * @param wordCount {@link #word} may be asked for those before this one
     * @param noCell what is said when it is at no cell
     * @param usedAgain what is said when the cell that it is at was used again
     */
    CellWalk(FlatMemory memory, int wordCount, String noCell, String usedAgain) {
        this.memory = memory;
        this.noCell = noCell;
        this.usedAgain = usedAgain;
        source = memory.cells;
        horizon = memory.horizon;
        columns = new WordColumn[wordCount];
        Arrays.setAll(columns, WordColumn::new);
        ahead = columns[0];
        aheadValues = ahead.values();
        chunks = source.chunksAcquire();
    }

    /**
     * Goes on to the next cell that is what it was.
     *
     * @return false when there is none
     */
    public final boolean next() {
        int following = index + 1;
        index = following;
        boolean isAsked = (following & ASKED_EACH - 1) == 0;
        return following < blockEnd && (!isAsked || horizon.mayStand(position))
                || nextBlock(following);
    }

    /**
     * How many cells it goes over.
     *
     * @return not negative
     */
    public final int size() {
        return count;
    }

    /**
     * A word of the cell that does not change in its life. Throws when it is at no cell, and when
     * the cell was used again before the word was fetched.
     *
     * @param number which
     * @return the word
     */
    public final long word(int number) {
        return number == aheadWord ? aheadValues[index] : wordOf(columns[number]);
    }

    /** Is at no cell, until the next {@link #begin}. */
    final void end() {
        index = count;
        blockEnd = 0;
        aheadWord = NO_WORD;
        captured = null;
    }

    /** Throws when it is at no cell: before the first, or after the last. */
    final void requireCell() {
        if (index < 0 || index >= count) {
            throw new IllegalStateException(noCell);
        }
    }

    /**
     * Throws when the cell is no more what it was. To be asked after it was read. As long as the
     * position stands, they all are.
     */
    public final void verify() {
        if (!horizon.stands(position) && !isBornBy(cell())) {
            throw new IllegalStateException(usedAgain);
        }
    }

    /**
     * What the numbers in it mean.
     *
     * @return the engine's
     */
    public final Codebook codebook() {
        return memory.codebook;
    }

    final int cell() {
        return cells[index];
    }

    /**
     * The array that the cell is in; throws when it is at none.
     *
     * @return what the writer may be about to use again
     */
    public final long[] words() {
        requireCell();
        return Cells.chunk(chunks, cell());
    }

    /**
     * Where in the array the cell begins.
     *
     * @return an index
     */
    public final int at() {
        return Cells.at(cell());
    }

    final long position() {
        return position;
    }

    /** Whether the cells are those of a root, copied at this position or before it. */
    final boolean isOf(int soughtRoot, long rootBorn) {
        return soughtRoot == root && rootBorn <= position;
    }

    /** Where so many cells can be copied to; there are none before {@link #begin}. */
    final int[] room(int cellCount) {
        root = NO_ROOT;
        count = 0;
        end();
        for (WordColumn column : columns) {
            column.clear();
        }
        if (cellCount > cells.length) {
            cells = new int[Math.max(cellCount, 2 * cells.length)];
        }
        return cells;
    }

    /** Stands before the first of the cells that were copied, after an {@link #end}. */
    final void begin(int copiedRoot, int cellCount, long at, Object holder) {
        root = copiedRoot;
        count = cellCount;
        position = at;
        captured = holder;
        long[][] acquired = source.chunksAcquire();
        if (chunks != acquired) {
            // A store of a reference costs a fence where the collector notes it down.
            chunks = acquired;
        }
        index = -1;
    }

    private boolean nextBlock(int following) {
        int first = Math.min(following, count);
        int end = Math.min(count, first + BLOCK);
        if (!horizon.mayStand(position)) {
            first = firstSame(first);
            end = Math.min(count, first + 1);
        }
        index = first;
        blockEnd = end;
        boolean isAtCell = first < end;
        // Which word a walk is about shows anew at its first cell.
        boolean isAhead = isAtCell && first > 0 && ahead.covers(first, end);
        aheadWord = isAhead ? ahead.word : NO_WORD;
        if (!isAtCell && captured != null) {
            captured = null;
        }
        return isAtCell;
    }

    /** The first from here on that was not used again. */
    private int firstSame(int first) {
        int i = first;
        while (i < count && !isBornBy(cells[i])) {
            i++;
        }
        return i;
    }

    private long wordOf(WordColumn column) {
        if (!column.covers(index)) {
            requireCell();
            fetch(column);
        }
        // Not in the place of another one: who asks for two in turn would have them take turns.
        if (aheadWord == NO_WORD && column.covers(index, blockEnd)) {
            lookAheadIn(column);
        }
        return column.value(index);
    }

    /** Fetches the word of this cell, and of a block of them if the one before was fetched. */
    private void fetch(WordColumn column) {
        boolean isBlock = column.isFollowedBy(index) && horizon.mayStand(position);
        int end = isBlock ? Math.min(count, index + BLOCK) : index + 1;
        column.fetch(chunks, cells, index, end);
        if (column == ahead) {
            aheadValues = column.values(); // which may have grown
        }
        if (!horizon.stands(position)) {
            // Some of the others may have been used again: they are looked at when their turn is.
            end = index + 1;
            verify();
        }
        column.add(index, end);
    }

    private void lookAheadIn(WordColumn column) {
        if (ahead != column) {
            // As in begin.
            ahead = column;
            aheadValues = column.values();
        }
        aheadWord = column.word;
    }

    private boolean isBornBy(int some) {
        // Not in the walk's own chunks: one that has grown since is not written any more.
        return Cells.isBornBy(Cells.chunk(source.chunksAcquire(), some), Cells.at(some), position);
    }
}
