package io.strait.engine.index;

import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A run of places of an ordered set: the cell that stands in each, and, for each track, strips of
 * 64 places that say which of them are members. A strip has five words:
 *
 * <pre>
 *   0   changed at: the first position of the batch that last changed it
 *   1   exact: who is a member now
 *   2   superset: who a reader may still have to know
 *   3   dropped at: the first position of the batch in which the last member left    writer
 *   4   death: how many things had been let go by then, in all                        writer
 * </pre>
 *
 * <p>The writer stores the first before it changes the others, so that a reader knows whether they
 * are older than its position. {@link OrderedSet} tells how they are read.
 */
final class SetPage {
    static final int PLACE_BITS = 10;
    static final int MAX_PLACES = 1 << PLACE_BITS;
    static final int STRIP_SHIFT = 6;
    static final int STRIP_PLACES = 1 << STRIP_SHIFT;

    private static final int CHANGED_AT = 0;
    private static final int EXACT = 1;
    private static final int SUPERSET = 2;
    private static final int DROPPED_AT = 3;
    private static final int DEATH = 4;
    private static final int STRIP_WORDS = 5;
    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);
    private static final VarHandle SUMMARY = MethodHandles.arrayElementVarHandle(int[].class);
    private static final VarHandle LIST = MethodHandles.arrayElementVarHandle(StripList[].class);
    private static final VarHandle LISTS = Fields.handle(MethodHandles.lookup(), "lists");
    private static final VarHandle MOVES = Fields.handle(MethodHandles.lookup(), "moves");
    private static final VarHandle SEQUENCE = Fields.handle(MethodHandles.lookup(), "sequence");

    final OrderedSet set;

    /** The first position of the batch that took the page into use. */
    long bornAt;

    /** How many places were given out, and how many of these are still taken. */
    private int assigned;

    private int taken;

    private final int stripCount;
    private final int[] cells;
    private final long[] words;

    /** For each track, which strips have a superset that is not empty. */
    private final int[] summaries;

    /** For each track, which strips wait to be swept. */
    private final int[] queued;

    /** For each strip, which places are taken. The writer's. */
    private final long[] takenBits;

    /** For each strip, the highest number of whoever stood there; null where none has a number. */
    private long[] highest;

    /** For each bound, for each strip: no member that anybody can see has a lower number. */
    private final long[] lowest;

    /** The same for the writer's bound and all strips. The writer's. */
    private long writersLowest;

    private long sequence;

    /** How often a cell that stood in one of the places has made room for another. */
    private long moves;

    /** The lists that readers have made of strips: for each kind of list, for each strip. */
    private StripList[] lists;

    SetPage(OrderedSet set, int places, int tracks) {
        this.set = set;
        stripCount = places >>> STRIP_SHIFT;
        cells = new int[places];
        words = new long[tracks * stripCount * STRIP_WORDS];
        summaries = new int[tracks];
        queued = new int[tracks];
        takenBits = new long[stripCount];
        lowest = new long[OrderedSet.BOUNDS * stripCount];
    }

    void begin(long newSequence, long batch) {
        bornAt = batch;
        assigned = 0;
        taken = 0;
        if (highest != null) {
            Arrays.fill(highest, Long.MIN_VALUE);
        }
        Arrays.fill(lowest, Long.MAX_VALUE);
        writersLowest = Long.MAX_VALUE;
        // Release: a thread that sees the page under this number sees nothing of its earlier life
        // as new.
        SEQUENCE.setRelease(this, newSequence);
    }

    long sequenceAcquire() {
        return (long) SEQUENCE.getAcquire(this);
    }

    /** The writer's own look at its number. */
    long sequence() {
        return sequence;
    }

    /** Puts a cell in the next place, and returns that. */
    long append(int cell) {
        int index = assigned++;
        cellRelease(index, cell);
        takenBits[index >>> STRIP_SHIFT] |= 1L << index;
        taken++;
        return sequence << PLACE_BITS | index;
    }

    void release(int index) {
        takenBits[index >>> STRIP_SHIFT] &= ~(1L << index);
        taken--;
    }

    int stripCount() {
        return stripCount;
    }

    long takenBits(int strip) {
        return takenBits[strip];
    }

    /** Notes the number of whoever was put in its place last. */
    void raiseHighest(long number) {
        if (highest == null) {
            highest = new long[stripCount];
            Arrays.fill(highest, Long.MIN_VALUE);
        }
        int strip = assigned - 1 >>> STRIP_SHIFT;
        highest[strip] = Math.max(highest[strip], number);
    }

    long highest(int strip) {
        return highest == null ? Long.MIN_VALUE : highest[strip];
    }

    /**
     * The lowest number of a strip's members, or a lower one. Stored before the batch is published
     * that has the member. The bound that readers use only falls while the page keeps its sequence.
     */
    long lowestOpaque(int bound, int strip) {
        return (long) WORD.getOpaque(lowest, bound * stripCount + strip);
    }

    /** Pairs with {@link #lowestOpaque}. */
    void lowestOpaque(int bound, int strip, long number) {
        WORD.setOpaque(lowest, bound * stripCount + strip, number);
    }

    /** The lowest of the writer's bounds of all strips with members, or a lower one. */
    long writersLowest() {
        return writersLowest;
    }

    void writersLowest(long number) {
        writersLowest = number;
    }

    boolean isFull() {
        return assigned == cells.length;
    }

    boolean isIdle() {
        int busy = taken;
        for (int track = 0; track < summaries.length; track++) {
            busy |= summaries[track] | queued[track];
        }
        return busy == 0;
    }

    int cell(int index) {
        return cells[index];
    }

    /**
     * Pairs with the release stores of the bits: a thread that sees a member's bit sees its cell.
     */
    int cellOpaque(int index) {
        return (int) CELL.getOpaque(cells, index);
    }

    /** Puts a cell in a place. Release: a thread that sees it sees what is stored in it. */
    void cellRelease(int index, int cell) {
        CELL.setRelease(cells, index, cell);
    }

    /** Puts a cell in the place of another, which is counted first. */
    void moveRelease(int index, int cell) {
        // Opaque: the release of the cell, and the fence before a cell is used again, publish it.
        MOVES.setOpaque(this, moves + 1);
        cellRelease(index, cell);
    }

    /** How often {@link #moveRelease} was called: before a look at a place. */
    long movesAcquire() {
        return (long) MOVES.getAcquire(this);
    }

    /**
     * Whether a cell stands in a place and has stood there since so many moves. Behind an acquire
     * fence; pairs with {@link #moveRelease}: who sees the cell that came back sees that it was
     * counted.
     */
    boolean hasStayed(int index, int cell, long movesThen) {
        return (int) CELL.getAcquire(cells, index) == cell
                && (long) MOVES.getOpaque(this) == movesThen;
    }

    /** Where the words of a strip begin. */
    int at(int track, int strip) {
        return (track * stripCount + strip) * STRIP_WORDS;
    }

    /** Pairs with the fence in {@link #change}. */
    long changedAtAcquire(int at) {
        return (long) WORD.getAcquire(words, at + CHANGED_AT);
    }

    /** Whether a strip has not been changed since it was asked when it was; after a read of it. */
    boolean isUnchanged(int at, long changedAt) {
        VarHandle.acquireFence();
        return (long) WORD.getOpaque(words, at + CHANGED_AT) == changedAt;
    }

    long exact(int at) {
        return words[at + EXACT];
    }

    /** Pairs with the release store in {@link #exactRelease}. */
    long exactAcquire(int at) {
        return (long) WORD.getAcquire(words, at + EXACT);
    }

    /** Pairs with the release store in {@link #enter}. */
    long supersetAcquire(int at) {
        return (long) WORD.getAcquire(words, at + SUPERSET);
    }

    /** Pairs with the store in {@link #enter}. */
    int summaryAcquire(int track) {
        return (int) SUMMARY.getAcquire(summaries, track);
    }

    /** The batch is about to change a strip. */
    void change(int at, long batch) {
        if (words[at + CHANGED_AT] != batch) {
            WORD.setOpaque(words, at + CHANGED_AT, batch);
            // Pairs with isUnchanged: a thread that sees what is stored next sees that it was
            // changed.
            VarHandle.releaseFence();
        }
    }

    void enter(int track, int strip, int at, long bit) {
        long superset = words[at + SUPERSET];
        if (superset == 0) {
            SUMMARY.setRelease(summaries, track, summaries[track] | 1 << strip);
        }
        if ((superset & bit) == 0) {
            WORD.setRelease(words, at + SUPERSET, superset | bit);
        }
        WORD.setRelease(words, at + EXACT, words[at + EXACT] | bit);
    }

    /** Returns whether the strip is now to be queued for sweeping. */
    boolean leave(int track, int strip, int at, long bit, long batch, long death) {
        WORD.setRelease(words, at + EXACT, words[at + EXACT] & ~bit);
        words[at + DROPPED_AT] = batch;
        words[at + DEATH] = death;
        boolean isQueued = (queued[track] >>> strip & 1) != 0;
        queued[track] |= 1 << strip;
        return !isQueued;
    }

    long droppedAt(int at) {
        return words[at + DROPPED_AT];
    }

    long death(int at) {
        return words[at + DEATH];
    }

    /** From now on only its members are in the superset of a strip. */
    void sweep(int track, int strip, int at) {
        long exact = words[at + EXACT];
        WORD.setOpaque(words, at + SUPERSET, exact);
        queued[track] &= ~(1 << strip);
        if (exact == 0) {
            SUMMARY.setOpaque(summaries, track, summaries[track] & ~(1 << strip));
        }
    }

    /** The list of a strip that was made last, or null. Pairs with {@link #listRelease}. */
    StripList listAcquire(int kind, int strip) {
        StripList[] all = (StripList[]) LISTS.getAcquire(this);
        return all == null ? null : (StripList) LIST.getAcquire(all, kind * stripCount + strip);
    }

    /** Keeps a list of a strip for the next reader. Any thread; a race loses one of them. */
    void listRelease(int kind, int strip, StripList list, int kinds) {
        StripList[] all = (StripList[]) LISTS.getAcquire(this);
        if (all == null) {
            StripList[] made = new StripList[kinds * stripCount];
            all =
                    LISTS.compareAndSet(this, null, made)
                            ? made
                            : (StripList[]) LISTS.getAcquire(this);
        }
        LIST.setRelease(all, kind * stripCount + strip, list);
    }

    /** Forgets the list of a strip that changes, so that it keeps nothing alive. */
    void forgetList(int kind, int strip) {
        StripList[] all = (StripList[]) LISTS.getOpaque(this);
        if (all != null && all[kind * stripCount + strip] != null) {
            LIST.setRelease(all, kind * stripCount + strip, null);
        }
    }

    /** The elements of a strip's members, as of when it was last changed. Immutable. */
    static final class StripList {
        final long changedAt;
        final Object[] elements;

        StripList(long changedAt, Object[] elements) {
            this.changedAt = changedAt;
            this.elements = elements;
        }
    }
}
