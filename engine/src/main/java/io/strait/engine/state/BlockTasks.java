package io.strait.engine.state;

import io.strait.engine.flat.CellLinks;
import io.strait.engine.flat.FlatTasks;
import java.util.Arrays;
import java.util.List;

/**
 * The tasks that came from each block that has any, linked through their cells, so that any of them
 * leaves in constant time. A block is known by an index, which is used again when its last task has
 * left. Allocates only to grow.
 */
final class BlockTasks {
    private final CellLinks links;
    private long[] numbers = new long[16];

    /** The cell of the task that came last; of an index that is free, the next free one. */
    private int[] last = new int[16];

    private int firstFree;
    private int used;

    BlockTasks(CellLinks links) {
        this.links = links;
    }

    /** An index, from 1 on, for a block without tasks. */
    int make(long blockNumber) {
        int block = firstFree;
        if (block != 0) {
            firstFree = last[block];
        } else {
            block = ++used;
            if (block == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * block);
                last = Arrays.copyOf(last, 2 * block);
            }
        }
        numbers[block] = blockNumber;
        last[block] = FlatTasks.NONE;
        return block;
    }

    /** Gives back the index of a block without tasks. */
    void free(int block) {
        last[block] = firstFree;
        firstFree = block;
    }

    long blockNumber(int block) {
        return numbers[block];
    }

    boolean isEmpty(int block) {
        return last[block] == FlatTasks.NONE;
    }

    void add(int block, int cell) {
        int before = last[block];
        links.set(cell, IntPair.of(before, FlatTasks.NONE));
        setNext(before, cell);
        last[block] = cell;
    }

    void remove(int block, int cell) {
        long neighbours = links.get(cell);
        setNext(IntPair.first(neighbours), IntPair.second(neighbours));
        setPrevious(block, IntPair.second(neighbours), IntPair.first(neighbours));
    }

    /** A task has another cell now, which has the links of the old one. */
    void moved(int block, int cell) {
        long neighbours = links.get(cell);
        setNext(IntPair.first(neighbours), cell);
        setPrevious(block, IntPair.second(neighbours), cell);
    }

    void addTo(int block, List<Integer> cells) {
        for (int cell = last[block];
                cell != FlatTasks.NONE;
                cell = IntPair.first(links.get(cell))) {
            cells.add(cell);
        }
    }

    private void setNext(int cell, int next) {
        if (cell != FlatTasks.NONE) {
            links.set(cell, IntPair.withSecond(links.get(cell), next));
        }
    }

    private void setPrevious(int block, int cell, int previous) {
        if (cell == FlatTasks.NONE) {
            last[block] = previous;
        } else {
            links.set(cell, IntPair.withFirst(links.get(cell), previous));
        }
    }
}
