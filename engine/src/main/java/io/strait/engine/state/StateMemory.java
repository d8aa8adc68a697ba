package io.strait.engine.state;

import io.strait.engine.arena.Arena;
import io.strait.engine.arena.Cells;
import io.strait.engine.arena.PinObserver;
import io.strait.engine.index.CellIndex;
import io.strait.engine.index.Keys;
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
    private final long seed;

    /** Numbers that have versions put aside for pinned positions. */
    private final List<VersionedLong> withPast = new ArrayList<>();

    StateMemory(Keys keys, long seed, int quarantine) {
        this.keys = keys;
        this.seed = seed;
        arena = new Arena(quarantine);
        sweeper = new StripSweeper(arena);
        arena.observe(this);
    }

    Arena arena() {
        return arena;
    }

    CellIndex newIndex() {
        return new CellIndex(arena.cells(), keys, seed);
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
    public void afterReleases() {
        withPast.removeIf(number -> !number.prune(arena.pins()));
    }

    /** The cell with the version at a position of what stands in a place: see {@link Versions}. */
    int versionAt(OtherVersion other, int placeWord, int cell, long place, long position) {
        if (cell == Cells.NONE) {
            return Cells.NONE;
        }
        long[] chunk = Cells.chunk(arena.cells().chunksAcquire(), cell);
        int at = Cells.at(cell);
        long born = Cells.bornAcquire(chunk, at);
        if (born <= position) {
            boolean isIt = Cells.isThere(chunk, at, position) && chunk[at + placeWord] == place;
            return isIt ? cell : Cells.NONE;
        }
        if (born == Long.MAX_VALUE) {
            return Cells.NONE;
        }
        // It came after the position. Another one with its key may have stood here then.
        int found = Cells.NONE;
        try {
            found = other.findAt(chunk, at, position);
        } catch (IndexOutOfBoundsException e) {
            if (Cells.isBornAt(chunk, at, born)) {
                throw e;
            }
        }
        if (!Cells.isBornAt(chunk, at, born)) {
            return Versions.MOVED; // what was read as a key is something else by now
        }
        return found != Cells.NONE && word(found, placeWord) == place ? found : Cells.NONE;
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

    private long word(int cell, int word) {
        return Cells.chunk(arena.cells().chunksAcquire(), cell)[Cells.at(cell) + word];
    }

    /** Finds what had the key of a cell at another position. */
    interface OtherVersion {
        int findAt(long[] chunk, int at, long position);
    }
}
