package io.strait.engine.index;

import java.util.Arrays;

/** A list of cells that grows at its end. For one thread; allocates only to grow. */
public final class CellList {
    private int[] cells = new int[64];
    private int count;

    /** An empty list. */
    public CellList() {}

    /** How many cells there are. */
    public int count() {
        return count;
    }

    /** The cells; valid until more are added. */
    public int[] cells() {
        return cells;
    }

    /** One of the cells. */
    public int get(int index) {
        return cells[index];
    }

    /** Forgets all cells. */
    public void clear() {
        count = 0;
    }

    /** Adds a cell. */
    public void add(int cell) {
        reserve(1);
        cells[count++] = cell;
    }

    /** Forgets the last cells. */
    void truncate(int countLeft) {
        count = countLeft;
    }

    /** Makes room for more at once. */
    void reserve(int more) {
        if (more > cells.length - count) {
            cells = Arrays.copyOf(cells, Math.max(count + more, 2 * cells.length));
        }
    }
}
