package io.strait.engine.index;

import java.util.Arrays;

/**
 * The members of a track as a reader found them last, and when each strip had been changed then: so
 * that for another position it reads only the strips that have changed, and knows which members it
 * has had before. For one thread; allocates only to grow.
 */
public final class KnownMembers {
    private static final int RUN_INTS = 3;

    private Strips now = new Strips();
    private Strips before = new Strips();

    /** The strip of before that may be the next one. */
    private int next;

    /** The runs of members that are the same as before: index before, index now, length. */
    private int[] runs = new int[16 * RUN_INTS];

    private int runsEnd;

    /** Nobody is known. */
    public KnownMembers() {}

    /** The members in their order; good until they are read again. */
    public CellList cells() {
        return now.cells;
    }

    /** How many members there were before. */
    public int countBefore() {
        return before.cells.count();
    }

    /** How many runs of members are the same as before. */
    public int runCount() {
        return runsEnd / RUN_INTS;
    }

    /** Which member before was the first one of a run. */
    public int runBefore(int run) {
        return runs[run * RUN_INTS];
    }

    /** Which member is the first one of a run. */
    public int runStart(int run) {
        return runs[run * RUN_INTS + 1];
    }

    /** How many members a run has. */
    public int runLength(int run) {
        return runs[run * RUN_INTS + 2];
    }

    /** Forgets everybody. */
    public void clear() {
        now.clear();
    }

    /** The members are read again. */
    void begin() {
        Strips known = now;
        now = before;
        before = known;
        now.clear();
        next = 0;
        runsEnd = 0;
    }

    /**
     * Adds the members of a strip that are known, if it has not been changed since, and returns
     * whether they are. Strips come in their order.
     */
    boolean keep(long strip, long changedAt) {
        while (next < before.count && before.numbers[next] < strip) {
            next++;
        }
        if (next == before.count
                || before.numbers[next] != strip
                || before.changedAts[next] != changedAt) {
            return false;
        }
        int from = before.starts[next];
        int length = before.end(next) - from;
        addRun(from, length);
        now.begin(strip, changedAt);
        now.cells.addAll(before.cells, from, length);
        return true;
    }

    /** The members of a strip are added to the list next. */
    void beginStrip(long strip) {
        now.begin(strip, 0);
    }

    /** Those of the last strip are its own as of when it was changed. */
    void endStrip(long changedAt) {
        now.changedAts[now.count - 1] = changedAt;
    }

    private void addRun(int from, int length) {
        int start = now.cells.count();
        if (runsEnd > 0) {
            int last = runsEnd - RUN_INTS;
            int lastLength = runs[last + 2];
            if (runs[last] + lastLength == from && runs[last + 1] + lastLength == start) {
                runs[last + 2] += length;
                return;
            }
        }
        if (runsEnd == runs.length) {
            runs = Arrays.copyOf(runs, 2 * runsEnd);
        }
        runs[runsEnd] = from;
        runs[runsEnd + 1] = start;
        runs[runsEnd + 2] = length;
        runsEnd += RUN_INTS;
    }

    /** The members that were found, strip by strip. */
    private static final class Strips {
        final CellList cells = new CellList();
        long[] numbers = new long[16];
        long[] changedAts = new long[16];
        int[] starts = new int[16];
        int count;

        void clear() {
            cells.clear();
            count = 0;
        }

        void begin(long number, long changedAt) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
                changedAts = Arrays.copyOf(changedAts, 2 * count);
                starts = Arrays.copyOf(starts, 2 * count);
            }
            numbers[count] = number;
            changedAts[count] = changedAt;
            starts[count] = cells.count();
            count++;
        }

        int end(int strip) {
            return strip + 1 < count ? starts[strip + 1] : cells.count();
        }
    }
}
