package io.strait.engine.state;

import io.strait.engine.arena.Arena;
import io.strait.engine.arena.Cells;
import io.strait.engine.arena.Pin;
import io.strait.engine.arena.PinObserver;
import io.strait.engine.bytes.Keys;
import io.strait.engine.index.CellIndex;
import io.strait.engine.index.OrderedSet;
import io.strait.engine.index.StripSweeper;
import io.strait.engine.index.VersionedLong;
import io.strait.engine.index.Versions;
import java.util.ArrayList;
import java.util.List;

/** What the tables of a state share: their memory, and how a record is read as of a position. */
final class StateMemory implements PinObserver {
    private final Arena arena;
    private final StripSweeper sweeper;
    private final Keys keys;

    /** Numbers that have versions put aside for pinned positions. */
    private final List<VersionedLong> withPast = new ArrayList<>();

    /** How many of these, the first ones, are to be looked at because a pin is gone. */
    private int toPrune;

    StateMemory(Keys keys, Arena arena) {
        this.keys = keys;
        this.arena = arena;
        sweeper = new StripSweeper(arena);
        arena.observe(this);
    }

    Arena arena() {
        return arena;
    }

    /** How keys are hashed. */
    Keys keys() {
        return keys;
    }

    CellIndex newIndex() {
        return new CellIndex(arena.cells());
    }

    OrderedSet newSet(int tracks, Versions versions) {
        return newSet(tracks, 0, versions);
    }

    OrderedSet newSet(int tracks, int secondKinds, Versions versions) {
        return new OrderedSet(arena, sweeper, tracks, secondKinds, versions);
    }

    /** Sets a number from this batch on. */
    void set(VersionedLong number, long value) {
        if (number.set(arena.batch(), value, arena.pins())) {
            withPast.add(number);
        }
    }

    @Override
    public void onUnreachable(Pin unreachable) {
        toPrune = withPast.size();
    }

    @Override
    public boolean releaseOne(Pin unreachable) {
        if (toPrune == 0) {
            return false;
        }
        toPrune--;
        if (!withPast.get(toPrune).prune(arena.pins())) {
            VersionedLong last = withPast.remove(withPast.size() - 1);
            if (toPrune < withPast.size()) {
                withPast.set(toPrune, last);
            }
        }
        return true;
    }

    /**
     * The cell with the version at a position of what stands in a place: see {@link Versions}.
     *
     * @param cell what stands there, which is some version of it
     */
    int versionAt(Places places, int cell, long place, long position) {
        if (cell == Cells.NONE) {
            return Cells.NONE;
        }
        long[] chunk = Cells.chunk(arena.cells().chunksAcquire(), cell);
        int at = Cells.at(cell);
        if (!places.isAt(chunk, at, place)) {
            return Cells.NONE;
        }
        if (Cells.isThere(chunk, at, position)) {
            return cell;
        }
        // Another version of it may have been there.
        int found = places.otherAt(chunk, at, position);
        if (found == Cells.NONE) {
            return Cells.NONE;
        }
        long[] foundChunk = Cells.chunk(arena.cells().chunksAcquire(), found);
        return places.isAt(foundChunk, Cells.at(found), place) ? found : Cells.NONE;
    }

    /** Words copied out of a cell; throws when it is not any more what it was at a position. */
    long[] copy(int cell, int from, int wordCount, long position) {
        long[] chunk = Cells.chunk(arena.cells().chunksAcquire(), cell);
        int at = Cells.at(cell);
        requireValid(chunk, at, position);
        long[] words = new long[wordCount];
        System.arraycopy(chunk, at + from, words, 0, wordCount);
        requireValid(chunk, at, position);
        return words;
    }

    /** Asked before anything is allocated by a length that may be somebody else's. */
    private static void requireValid(long[] chunk, int at, long position) {
        if (!Cells.isBornBy(chunk, at, position)) {
            throw new InvalidatedException();
        }
    }

    /** What a set's places are to its cells. */
    interface Places {
        /** Whether what is stored in a cell stands in a place of the set. */
        boolean isAt(long[] chunk, int at, long place);

        /** The cell that had the key of a cell at a position. */
        int otherAt(long[] chunk, int at, long position);
    }
}
