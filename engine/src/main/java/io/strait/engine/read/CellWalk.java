package io.strait.engine.read;

import io.strait.engine.arena.Cells;
import io.strait.engine.arena.Horizon;
import io.strait.engine.index.CellList;
import io.strait.engine.index.KnownMembers;
import io.strait.engine.index.OrderedSet;
import io.strait.engine.state.State;
import java.util.Arrays;

/**
 * A walk over the cells of some position, each looked at where it is. One that the writer has used
 * again since is passed by. Allocates only to grow. For one thread.
 *
 * <p>What costs is to ask for each cell whether it still is what it was. So a word that is asked
 * for of one cell after the other is fetched for a block of them at once, and all these are
 * verified together. Most steps then are two comparisons, and so are most reads of the word that a
 * walk asks for first. What a walk has learnt is good for the next one, but for the strips that
 * have changed meanwhile. The walks extend this class, because as a part of theirs its fields would
 * be looked for anew at each step.
 */
public abstract class CellWalk {
    private static final int NO_WORD = -1;

    /** Of how many cells a word is fetched at once, at most. */
    private static final int BLOCK = 64;

    /** After so many cells the walk asks again whether all are valid. */
    private static final int VALIDATION_INTERVAL = 8;

    private final Cells source;
    private final Horizon horizon;
    private final String noCell;
    private final String invalidated;
    private final WordColumn[] columns;
    private final KnownMembers members = new KnownMembers();

    /** What the cells are the members of, if that is known, and when that was last changed. */
    private OrderedSet set;

    private int track;
    private long changedAt;
    private int[] cells = members.cells().cells();
    private int count;
    private int index;

    /** Up to which cell it goes on without a question; 0 while it is at no cell. */
    private int stepsEnd;

    /** The word whose column has the cells up to there; there is none while it is at no cell. */
    private int aheadWord = NO_WORD;

    /** The column that was looked ahead in last, and its values. */
    private WordColumn ahead;

    private long[] aheadValues;
    private long position;
    private long[][] chunks;

    /** Kept reachable while the walk may need what it has pinned. */
    private Object holder;

    /** A walk over nothing. */
    CellWalk(State state, int wordCount, String noCell, String invalidated) {
        this.noCell = noCell;
        this.invalidated = invalidated;
        source = state.tasks().cells();
        horizon = state.horizon();
        columns = new WordColumn[wordCount];
        Arrays.setAll(columns, WordColumn::new);
        ahead = columns[0];
        aheadValues = ahead.values();
        chunks = source.chunksAcquire();
    }

    /** Goes on to the next cell that is what it was. */
    public final boolean next() {
        // Of all shapes of this method the compiler makes the shortest loop of this one.
        int following = index + 1;
        if (following < stepsEnd) {
            index = following;
        } else {
            goOn(following);
        }
        return stepsEnd != 0;
    }

    /** How many cells it goes over. */
    public final int size() {
        return count;
    }

    /**
     * A word of the cell that does not change in its life. Throws when it is at no cell, and when
     * the cell was used again before the word was fetched.
     */
    public final long word(int number) {
        return number == aheadWord ? aheadValues[index] : wordOf(columns[number]);
    }

    /** Is before the first member of a track, as of a position that is yet to be validated. */
    final void begin(OrderedSet of, int ofTrack, long at, Object holding) {
        end();
        long changed = of.changedAtAcquire(ofTrack);
        if (set != of || track != ofTrack || changedAt != changed || changed > at) {
            if (set != of || track != ofTrack) {
                clear();
            }
            // Until it is read and valid, what is known is of no use.
            set = null;
            of.readMembersAt(ofTrack, at, members);
            carryOver();
            if (holding != null || horizon.validate(at)) {
                set = of;
            }
            track = ofTrack;
            // Of members that may have changed since, nobody knows when they are the same again.
            changedAt = changed <= at ? changed : Long.MAX_VALUE;
        }
        begin(at, holding);
    }

    /** Where the cells of a walk can be put before {@link #begin(long, Object)}. */
    final CellList clear() {
        end();
        set = null;
        members.clear();
        for (WordColumn column : columns) {
            column.clear();
        }
        return members.cells();
    }

    /** Is before the first of the cells that were put. */
    final void begin(long at, Object holding) {
        CellList list = members.cells();
        cells = list.cells();
        count = list.count();
        position = at;
        holder = holding;
        long[][] acquired = source.chunksAcquire();
        if (chunks != acquired) {
            // A store of a reference costs a fence where the collector notes it down.
            chunks = acquired;
        }
        index = -1;
    }

    /** Throws when it is at no cell: before the first, or after the last. */
    final void requireCell() {
        if (index < 0 || index >= count) {
            throw new IllegalStateException(noCell);
        }
    }

    /**
     * Throws when the cell is no more what it was. To be asked after it was read. As long as the
     * position is valid, they all are.
     */
    public final void verify() {
        if (!horizon.validate(position) && !isBornBy(cell())) {
            throw new IllegalStateException(invalidated);
        }
    }

    final int cell() {
        return cells[index];
    }

    /** The array that the cell is in; throws when it is at none. */
    public final long[] words() {
        requireCell();
        return Cells.chunk(chunks, cell());
    }

    /** Where in the array the cell begins. */
    public final int at() {
        return Cells.at(cell());
    }

    final long position() {
        return position;
    }

    /** Is at no cell, until the next walk begins. */
    private void end() {
        count = 0;
        index = 0;
        stepsEnd = 0;
        aheadWord = NO_WORD;
        holder = null;
    }

    private void goOn(int following) {
        int first = Math.min(following, count);
        int end = Math.min(count, first + VALIDATION_INTERVAL);
        if (!horizon.mayBeValid(position)) {
            first = firstValid(first);
            end = Math.min(count, first + 1);
        }
        index = first;
        boolean isAtCell = first < end;
        stepsEnd = isAtCell ? end : 0;
        // Which word a walk is about shows anew at its first cell.
        boolean isAhead = isAtCell && first > 0 && ahead.covers(first, end);
        aheadWord = isAhead ? ahead.word : NO_WORD;
        if (!isAtCell && holder != null) {
            holder = null;
        }
    }

    /** The first from here on that was not used again. */
    private int firstValid(int first) {
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
        if (aheadWord == NO_WORD && column.covers(index, stepsEnd)) {
            lookAheadIn(column);
        }
        return column.value(index);
    }

    /** Fetches the word of this cell, and of a block of them if the one before was fetched. */
    private void fetch(WordColumn column) {
        boolean isBlock = column.isFollowedBy(index) && horizon.mayBeValid(position);
        int end = isBlock ? Math.min(count, index + BLOCK) : index + 1;
        column.fetch(chunks, cells, index, end);
        if (column == ahead) {
            aheadValues = column.values(); // which may have grown
        }
        if (!horizon.validate(position)) {
            // Some of the others may have been used again: they are looked at when their turn is.
            end = index + 1;
            verify();
        }
        column.add(index, end);
    }

    private void carryOver() {
        long[][] acquired = source.chunksAcquire();
        for (WordColumn column : columns) {
            column.carryOver(members, acquired);
        }
        aheadValues = ahead.values();
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
        return Cells.isBornBy(Cells.chunk(source.chunksAcquire(), some), Cells.at(some), position);
    }
}
