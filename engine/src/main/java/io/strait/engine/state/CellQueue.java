package io.strait.engine.state;

import io.strait.engine.flat.CellLinks;
import io.strait.engine.flat.FlatTasks;

/**
 * Cells in the order in which they came to a status, so that the oldest can go first. Linked
 * through the cells themselves: adding and removing take constant time and allocate nothing.
 */
final class CellQueue {
    static final int NONE = FlatTasks.NONE;

    private final CellLinks links;
    private int oldest = NONE;
    private int newest = NONE;
    private int size;

    CellQueue(CellLinks links) {
        this.links = links;
    }

    int size() {
        return size;
    }

    /** The one that came first, or {@link #NONE}. */
    int oldest() {
        return oldest;
    }

    /** The one that came next after another, or {@link #NONE}. */
    int newer(int cell) {
        return IntPair.second(links.get(cell));
    }

    void add(int cell) {
        links.set(cell, IntPair.of(newest, NONE));
        if (newest == NONE) {
            oldest = cell;
        } else {
            links.set(newest, IntPair.withSecond(links.get(newest), cell));
        }
        newest = cell;
        size++;
    }

    void remove(int cell) {
        long neighbours = links.get(cell);
        int older = IntPair.first(neighbours);
        int newer = IntPair.second(neighbours);
        if (older == NONE) {
            oldest = newer;
        } else {
            links.set(older, IntPair.withSecond(links.get(older), newer));
        }
        if (newer == NONE) {
            newest = older;
        } else {
            links.set(newer, IntPair.withFirst(links.get(newer), older));
        }
        links.set(cell, 0);
        size--;
    }
}
