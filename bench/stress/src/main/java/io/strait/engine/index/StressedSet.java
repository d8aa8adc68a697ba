package io.strait.engine.index;

import io.strait.engine.arena.Arena;
import io.strait.engine.arena.Cells;
import java.util.List;
import org.openjdk.jcstress.infra.results.JII_Result;

/**
 * An ordered set with two tracks, and where it is published, without the writer thread: one actor
 * plays it. Whoever is in the set is a cell with a number, which is a digit, and with the position
 * at which it enters each track, once, and that at which it leaves.
 */
final class StressedSet implements Versions, Elements {
    static final int TRACKS = 2;

    private static final int KIND = 1;
    private static final int PLACE = Cells.HEADER_WORDS;
    private static final int NUMBER = PLACE + 1;

    /** For each track, since when a member is on it, and since when not any more. */
    private static final int SPANS = NUMBER + 1;

    private static final int WORDS = SPANS + 2 * TRACKS;
    private static final long NEVER = Long.MAX_VALUE;

    final Arena arena;
    final OrderedSet set;
    final Cells cells;
    private final int[] byNumber = new int[10];
    private volatile long published;

    StressedSet(int quarantine) {
        arena = new Arena(quarantine);
        cells = arena.cells();
        set = new OrderedSet(arena, new StripSweeper(arena), TRACKS, 0, this);
        arena.setOwner(KIND, cell -> set.forward(cells.word(cell, PLACE), cell, Cells.NONE));
    }

    /** Adds a member for each digit of a number, the last one first; they are on no track. */
    void add(int numbers) {
        for (int rest = numbers; rest != 0; rest /= 10) {
            byNumber[rest % 10] = add();
            cells.word(byNumber[rest % 10], NUMBER, rest % 10);
        }
    }

    /** Gives places out that are left at once. */
    void fill(int places) {
        for (int i = 0; i < places; i++) {
            drop(add());
        }
    }

    /** Each digit of a number enters a track, for the first time. */
    void enter(int track, int numbers) {
        for (int rest = numbers; rest != 0; rest /= 10) {
            int cell = byNumber[rest % 10];
            Cells.wordRelease(cells.chunk(cell), Cells.at(cell) + SPANS + 2 * track, arena.batch());
            set.enter(track, cells.word(cell, PLACE));
        }
    }

    /** Each digit of a number leaves a track. */
    void leave(int track, int numbers) {
        for (int rest = numbers; rest != 0; rest /= 10) {
            int cell = byNumber[rest % 10];
            Cells.wordRelease(
                    cells.chunk(cell), Cells.at(cell) + SPANS + 2 * track + 1, arena.batch());
            set.leave(track, cells.word(cell, PLACE));
        }
    }

    /** Each digit of a number is on no track any more, and is let go. */
    void remove(int numbers) {
        for (int rest = numbers; rest != 0; rest /= 10) {
            drop(byNumber[rest % 10]);
        }
    }

    void publish() {
        long position = arena.batch();
        published = position;
        arena.publish(position);
    }

    long position() {
        return published;
    }

    /** The members of a track, as the digits of a number, in their order. */
    int membersAt(int track, long position, CellList scratch) {
        scratch.clear();
        set.addMembersAt(track, position, scratch);
        int members = 0;
        for (int i = 0; i < scratch.count(); i++) {
            int cell = scratch.get(i);
            members = 10 * members + number(cell);
        }
        return members;
    }

    /** Position, members and count of a track; -2 for these when the reader is invalidated. */
    void read(int track, CellList scratch, JII_Result r) {
        long position = position();
        int members = membersAt(track, position, scratch);
        int count = set.countAt(track, position);
        boolean isValid = validate(position);
        r.r1 = position;
        r.r2 = isValid ? members : -2;
        r.r3 = isValid ? count : -2;
    }

    /** The members of a track as of a list, as above; -2 when the reader is invalidated. */
    int listAt(int track, long position) {
        List<Integer> list = set.listAt(track, position, this);
        if (list == null) {
            return -2;
        }
        int members = 0;
        for (int number : list) {
            members = 10 * members + number;
        }
        return members;
    }

    @Override
    public int versionAt(int cell, long place, int track, long position) {
        if (cell == Cells.NONE) {
            return Cells.NONE;
        }
        long[] chunk = Cells.chunk(cells.chunksAcquire(), cell);
        int at = Cells.at(cell);
        boolean isMember =
                chunk[at + PLACE] == place
                        && Cells.isThere(chunk, at, position)
                        && Cells.wordAcquire(chunk, at + SPANS + 2 * track) <= position
                        && Cells.wordAcquire(chunk, at + SPANS + 2 * track + 1) > position;
        return isMember ? cell : Cells.NONE;
    }

    @Override
    public Object element(int cell, long position) {
        return number(cell);
    }

    @Override
    public boolean validate(long position) {
        return arena.horizon().validate(position);
    }

    private int add() {
        int cell = arena.make(WORDS, KIND);
        for (int word = SPANS; word < WORDS; word++) {
            cells.word(cell, word, NEVER);
        }
        cells.word(cell, PLACE, set.append(cell));
        return cell;
    }

    private void drop(int cell) {
        set.release(cells.word(cell, PLACE));
        arena.drop(cell);
    }

    private int number(int cell) {
        return (int) Cells.chunk(cells.chunksAcquire(), cell)[Cells.at(cell) + NUMBER];
    }
}
