package io.strait.engine.state;

import io.strait.engine.flat.FlatTasks;
import java.util.List;

/**
 * The tasks that came from one block, linked through their cells, so that any of them leaves in
 * constant time.
 */
final class BlockTasks {
    private final FlatTasks tasks;
    private final long blockNumber;
    private int last = FlatTasks.NONE;

    BlockTasks(FlatTasks tasks, long blockNumber) {
        this.tasks = tasks;
        this.blockNumber = blockNumber;
    }

    long blockNumber() {
        return blockNumber;
    }

    boolean isEmpty() {
        return last == FlatTasks.NONE;
    }

    void add(int cell) {
        tasks.blockLinks(cell, IntPair.of(last, FlatTasks.NONE));
        if (last != FlatTasks.NONE) {
            tasks.blockLinks(last, IntPair.withSecond(tasks.blockLinks(last), cell));
        }
        last = cell;
    }

    void remove(int cell) {
        long links = tasks.blockLinks(cell);
        setNext(IntPair.first(links), IntPair.second(links));
        setPrevious(IntPair.second(links), IntPair.first(links));
    }

    /** A task has another cell now, which has the links of the old one. */
    void moved(int cell) {
        long links = tasks.blockLinks(cell);
        setNext(IntPair.first(links), cell);
        setPrevious(IntPair.second(links), cell);
    }

    void addTo(List<Integer> cells) {
        for (int cell = last;
                cell != FlatTasks.NONE;
                cell = IntPair.first(tasks.blockLinks(cell))) {
            cells.add(cell);
        }
    }

    private void setNext(int cell, int next) {
        if (cell != FlatTasks.NONE) {
            tasks.blockLinks(cell, IntPair.withSecond(tasks.blockLinks(cell), next));
        }
    }

    private void setPrevious(int cell, int previous) {
        if (cell == FlatTasks.NONE) {
            last = previous;
        } else {
            tasks.blockLinks(cell, IntPair.withFirst(tasks.blockLinks(cell), previous));
        }
    }
}
