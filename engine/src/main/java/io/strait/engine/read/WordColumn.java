package io.strait.engine.read;

import io.strait.engine.arena.Cells;
import io.strait.engine.index.KnownMembers;
import java.util.Arrays;

/**
 * One of the words of the cells that a walk goes over: a run of them, one behind the other. Such a
 * word does not change in the life of a cell, so a column is as good for the next walk over the
 * same cells, and what it has of cells that stay is carried over to others. Allocates only to grow.
 * For one thread.
 */
final class WordColumn {
    /** Which word of each cell it has. */
    final int word;

    private long[] values = {};
    private long[] spare = {};
    private int first;
    private int end;

    /** Whether somebody has asked for it since it was carried over. */
    private boolean isUsed;

    WordColumn(int word) {
        this.word = word;
        clear();
    }

    /** Has nothing, and nothing follows it. */
    void clear() {
        first = -1;
        end = -1;
    }

    boolean covers(int index) {
        return first <= index && index < end;
    }

    boolean covers(int firstIndex, int endIndex) {
        return first <= firstIndex && endIndex <= end;
    }

    /** Whether it ends just before this one: who asks for it has asked for the one before. */
    boolean isFollowedBy(int index) {
        return index == end;
    }

    long value(int index) {
        isUsed = true;
        return values[index];
    }

    /** The values by index; good until more are fetched. */
    long[] values() {
        return values;
    }

    /** Fetches values that it does not have before they are verified and {@link #add}ed. */
    void fetch(long[][] chunks, int[] cells, int from, int to) {
        if (values.length < to) {
            values = Arrays.copyOf(values, Math.max(to, 2 * values.length));
        }
        int chunkNumber = -1;
        long[] chunk = null;
        for (int i = from; i < to; i++) {
            int cell = cells[i];
            // Seldom another one than that of the cell before.
            if (Cells.chunkNumber(cell) != chunkNumber) {
                chunkNumber = Cells.chunkNumber(cell);
                chunk = chunks[chunkNumber];
            }
            values[i] = chunk[Cells.at(cell) + word];
        }
    }

    /** Has the values that were fetched; of those before only what they follow. */
    void add(int from, int to) {
        if (from != end) {
            first = from;
        }
        end = to;
    }

    /**
     * From a column of all cells that there were becomes one of all cells that there are, if
     * somebody asks for it; to be verified.
     */
    void carryOver(KnownMembers members, long[][] chunks) {
        if (!isUsed || first != 0 || end != members.countBefore()) {
            clear();
            return;
        }
        isUsed = false;
        int[] cells = members.cells().cells();
        int count = members.cells().count();
        long[] before = values;
        values = spare.length < count ? new long[Math.max(count, before.length)] : spare;
        spare = before;
        int done = 0;
        for (int run = 0; run < members.runCount(); run++) {
            int start = members.runStart(run);
            int length = members.runLength(run);
            fetch(chunks, cells, done, start);
            System.arraycopy(before, members.runBefore(run), values, start, length);
            done = start + length;
        }
        fetch(chunks, cells, done, count);
        end = count;
    }
}
