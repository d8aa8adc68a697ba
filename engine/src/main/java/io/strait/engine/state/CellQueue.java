package io.strait.engine.state;

import io.strait.engine.flat.FlatTasks;

/**
 * Tasks in the order in which they came to a status, so that the oldest can go first. Linked
 * through the cells themselves: adding and removing take constant time and allocate nothing.
 */
final class CellQueue {
    private final FlatTasks tasks;
    private int oldest = FlatTasks.NONE;
    private int newest = FlatTasks.NONE;
    private int size;

    CellQueue(FlatTasks tasks) {
        this.tasks = tasks;
    }

    int size() {
        return size;
    }

    int oldest() {
        return oldest;
    }

    void add(int cell) {
        tasks.ageLinks(cell, IntPair.of(newest, FlatTasks.NONE));
        if (newest == FlatTasks.NONE) {
            oldest = cell;
        } else {
            tasks.ageLinks(newest, IntPair.withSecond(tasks.ageLinks(newest), cell));
        }
        newest = cell;
        size++;
    }

    void remove(int cell) {
        long links = tasks.ageLinks(cell);
        int older = IntPair.first(links);
        int newer = IntPair.second(links);
        if (older == FlatTasks.NONE) {
            oldest = newer;
        } else {
            tasks.ageLinks(older, IntPair.withSecond(tasks.ageLinks(older), newer));
        }
        if (newer == FlatTasks.NONE) {
            newest = older;
        } else {
            tasks.ageLinks(newer, IntPair.withFirst(tasks.ageLinks(newer), older));
        }
        tasks.ageLinks(cell, 0);
        size--;
    }
}
