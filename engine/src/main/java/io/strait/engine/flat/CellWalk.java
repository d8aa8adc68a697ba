package io.strait.engine.flat;

import java.util.Arrays;

/**
 * The cells that a walk goes over: those of some position, each looked at where it is. One that the
 * writer has used again since is passed by. Allocates only to grow. For one thread.
 *
 * <p>What costs is to ask for each cell whether it still is what it was. So a block of them is gone
 * through for as long as nothing was used again, and for a word that is asked for of one cell after
 * the other it is fetched for the rest of the block at once, and all these are verified together.
 * Most steps then are one comparison, and so are most reads.
 */
public final class CellWalk {
    private static final int NO_ROOT = Slot.EMPTY;
    private static final int NO_WORD = -1;

    /** How many cells are looked at ahead, at most. */
    private static final int BLOCK = 64;

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

    /** The walk goes on to the cells before this one without asking. */
    private int blockEnd;

    /** The word whose column has the rest of the block; there is none while it is at no cell. */
    private int aheadWord = NO_WORD;

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
        source = memory.cells;
        horizon = memory.horizon;
        this.noCell = noCell;
        this.usedAgain = usedAgain;
        columns = new WordColumn[wordCount];
        Arrays.setAll(columns, WordColumn::new);
        ahead = columns[0];
        aheadValues = ahead.values();
        chunks = source.chunksAcquire();
    }

    /** Goes on to the next cell that is what it was; false when there is none. */
    boolean next() {
        int following = index + 1;
        if (following < blockEnd && horizon.mayStand(position)) {
            index = following;
            return true;
        }
        return nextBlock(following);
    }

    /** Is at no cell, until the next {@link #begin}. */
    CellWalk atNone() {
        end();
        return this;
    }

    /** Throws when it is at no cell: before the first, or after the last. */
    void requireCell() {
        if (index < 0 || index >= count) {
            throw new IllegalStateException(noCell);
        }
    }

    /**
     * Throws when the cell is no more what it was. To be asked after it was read. As long as the
     * position stands, they all are.
     */
    void requireSame() {
        if (!horizon.stands(position) && !isBornBy(cell())) {
            throw new IllegalStateException(usedAgain);
        }
    }

    /**
     * A word of the cell that does not change in its life. Throws when it is at no cell, and when
     * the cell was used again before the word was fetched.
     */
    long word(int word) {
        return word == aheadWord ? aheadValues[index] : wordOf(columns[word]);
    }

    int count() {
        return count;
    }

    int cell() {
        return cells[index];
    }

    /** The array that the cell is in. */
    long[] chunk() {
        requireCell();
        return Cells.chunk(chunks, cell());
    }

    /** Where in the array the cell begins. */
    int at() {
        return Cells.at(cell());
    }

    long position() {
        return position;
    }

    /** Whether the cells are those of a root, copied at this position or before it. */
    boolean isOf(int soughtRoot, long rootBorn) {
        return soughtRoot == root && rootBorn <= position;
    }

    /** Where so many cells can be copied to; there are none before {@link #begin}. */
    int[] room(int cellCount) {
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

    /** Stands before the first of the cells that were copied. */
    void begin(int copiedRoot, int cellCount, long at, Object holder) {
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
        blockEnd = 0;
        aheadWord = NO_WORD;
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
        aheadWord = NO_WORD;
        if (isAtCell && ahead.covers(first, end)) {
            lookAheadIn(ahead); // whose values may be others by now
        }
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

    private void end() {
        index = count;
        blockEnd = 0;
        aheadWord = NO_WORD;
        captured = null;
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

    /** Fetches the word of this cell, and the rest of the block if the one before was fetched. */
    private void fetch(WordColumn column) {
        int to = column.isFollowedBy(index) ? blockEnd : index + 1;
        column.fetch(chunks, cells, count, index, to);
        if (!horizon.stands(position)) {
            // Some of the others may have been used again: they are looked at when their turn is.
            to = index + 1;
            requireSame();
        }
        column.add(index, to);
    }

    private void lookAheadIn(WordColumn column) {
        if (ahead != column || aheadValues != column.values()) {
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
