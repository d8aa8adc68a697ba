package io.strait.engine.state;

import io.strait.engine.arena.Cells;

/**
 * Cells in the order in which they came to a status, so that the oldest can go first. Linked
 * through a word of the cells, so that adding and removing take constant time and allocate nothing.
 * Writer thread only.
 */
final class CellQueue {
    /** Tells which word of a cell has its links. */
    interface LinksWord {
        int of(int cell);
    }

    private final Cells cells;
    private final LinksWord word;
    private int oldest = Cells.NONE;
    private int newest = Cells.NONE;
    private int size;

    CellQueue(Cells cells, LinksWord word) {
        this.cells = cells;
        this.word = word;
    }

    int size() {
        return size;
    }

    /** The one that came first, or {@link Cells#NONE}. */
    int oldest() {
        return oldest;
    }

    void add(int cell) {
        links(cell, newest, Cells.NONE);
        if (newest == Cells.NONE) {
            oldest = cell;
        } else {
            links(newest, first(links(newest)), cell);
        }
        newest = cell;
        size++;
    }

    void remove(int cell) {
        int older = first(links(cell));
        int newer = second(links(cell));
        if (older == Cells.NONE) {
            oldest = newer;
        } else {
            links(older, first(links(older)), newer);
        }
        if (newer == Cells.NONE) {
            newest = older;
        } else {
            links(newer, older, second(links(newer)));
        }
        size--;
    }

    private long links(int cell) {
        return cells.word(cell, word.of(cell));
    }

    private void links(int cell, int older, int newer) {
        cells.word(cell, word.of(cell), older & 0xFFFF_FFFFL | (long) newer << Integer.SIZE);
    }

    private static int first(long links) {
        return (int) links;
    }

    private static int second(long links) {
        return (int) (links >>> Integer.SIZE);
    }
}
