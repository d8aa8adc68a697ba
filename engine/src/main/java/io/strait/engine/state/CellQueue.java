package io.strait.engine.state;

import io.strait.engine.arena.Cells;
import io.strait.engine.index.OrderedSet;

/**
 * Cells in the order in which they came to a status, so that the oldest can go first. A cell keeps
 * its place in the queue in a word of its own, also once it has left and died: who reads the past
 * sorts by it. Writer thread only.
 */
final class CellQueue {
    /** Tells which word of a cell has its place. */
    interface PlaceWord {
        int of(int cell);
    }

    private static final int ALL = 0;

    private final Cells cells;
    private final PlaceWord word;
    private final OrderedSet order;

    CellQueue(StateMemory memory, PlaceWord word) {
        this.word = word;
        cells = memory.arena().cells();
        // Nobody reads it as of a position: cells are found by what else they are members of.
        order = memory.newSet(1, (cell, place, track, position) -> Cells.NONE);
    }

    int size() {
        return order.taken();
    }

    /** The one that came first, or {@link Cells#NONE}. */
    int oldest() {
        return order.first(ALL);
    }

    void add(int cell) {
        long place = order.append(cell);
        cells.word(cell, word.of(cell), place);
        order.enter(ALL, place);
    }

    void remove(int cell) {
        order.remove(ALL, place(cell));
    }

    private long place(int cell) {
        return cells.word(cell, word.of(cell));
    }
}
