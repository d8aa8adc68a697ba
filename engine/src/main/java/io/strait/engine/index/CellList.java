package io.strait.engine.index;

import java.util.Arrays;

/** A list of cells that grows at its end. For one thread; allocates only to grow. */
public final class CellList {
    private static final long[] NO_NUMBERS = {};

    private int[] cells = new int[64];
    private int count;

    /** What the cells are sorted by, and where runs are merged. */
    private long[] numbers = NO_NUMBERS;

    private int[] mergedCells = {};
    private long[] mergedNumbers = NO_NUMBERS;

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

    /**
     * Sorts the cells by a number, which is asked for once of each. Runs that are in order already
     * are merged, so a list of a few costs little.
     */
    public void sort(Order order) {
        if (numbers.length < count) {
            numbers = new long[cells.length];
        }
        for (int i = 0; i < count; i++) {
            numbers[i] = order.numberOf(cells[i]);
        }
        int end = runEnd(0);
        if (end < count && mergedNumbers.length < count) {
            mergedCells = new int[cells.length];
            mergedNumbers = new long[cells.length];
        }
        while (end < count) {
            int nextEnd = 0;
            for (int from = 0; from < count; from = nextEnd) {
                int middle = runEnd(from);
                nextEnd = runEnd(middle);
                merge(from, middle, nextEnd);
            }
            end = runEnd(0);
        }
    }

    private int runEnd(int from) {
        int end = Math.min(from + 1, count);
        while (end < count && numbers[end - 1] <= numbers[end]) {
            end++;
        }
        return end;
    }

    private void merge(int from, int middle, int end) {
        int left = from;
        int right = middle;
        for (int i = from; i < end; i++) {
            boolean isLeft = right == end || left < middle && numbers[left] <= numbers[right];
            int next = isLeft ? left++ : right++;
            mergedCells[i] = cells[next];
            mergedNumbers[i] = numbers[next];
        }
        System.arraycopy(mergedCells, from, cells, from, end - from);
        System.arraycopy(mergedNumbers, from, numbers, from, end - from);
    }

    /** Adds some of the cells of another list. */
    void addAll(CellList source, int from, int length) {
        reserve(length);
        System.arraycopy(source.cells, from, cells, count, length);
        count += length;
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

    /** What cells are sorted by. */
    public interface Order {
        /** The number of a cell. */
        long numberOf(int cell);
    }
}
