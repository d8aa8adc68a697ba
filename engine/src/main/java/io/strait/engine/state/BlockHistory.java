package io.strait.engine.state;

import java.util.Arrays;

/**
 * A chain's stored blocks by number, for the writer: their cells, sorted. Blocks come at the end
 * and go at the front as a rule; elsewhere a change moves those behind it. Allocates only to grow.
 */
final class BlockHistory {
    /** No index. */
    static final int NONE = -1;

    private long[] numbers = new long[4];
    private int[] cells = new int[4];
    private int first;
    private int count;

    int count() {
        return count;
    }

    long number(int index) {
        return numbers[slot(index)];
    }

    int cell(int index) {
        return cells[slot(index)];
    }

    void cell(int index, int cell) {
        cells[slot(index)] = cell;
    }

    /** The index of a number, or {@link #NONE}. */
    int find(long number) {
        int index = ceiling(number);
        return index < count && number(index) == number ? index : NONE;
    }

    /** The index of the highest number below a number, or {@link #NONE}. */
    int lower(long number) {
        return ceiling(number) - 1;
    }

    void add(long number, int cell) {
        if (count == numbers.length) {
            grow();
        }
        int at = ceiling(number);
        count++;
        for (int i = count - 1; i > at; i--) {
            move(i - 1, i);
        }
        numbers[slot(at)] = number;
        cells[slot(at)] = cell;
    }

    void remove(int index) {
        if (index == 0) {
            first = slot(1);
        } else {
            for (int i = index; i < count - 1; i++) {
                move(i + 1, i);
            }
        }
        count--;
    }

    /** How many numbers are below a number. */
    private int ceiling(long number) {
        if (count == 0 || number(count - 1) < number) {
            return count;
        }
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (number(middle) < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void move(int from, int to) {
        numbers[slot(to)] = numbers[slot(from)];
        cells[slot(to)] = cells[slot(from)];
    }

    private int slot(int index) {
        return first + index & numbers.length - 1;
    }

    private void grow() {
        long[] moreNumbers = Arrays.copyOf(numbers, 2 * count);
        int[] moreCells = Arrays.copyOf(cells, 2 * count);
        for (int i = 0; i < count; i++) {
            moreNumbers[i] = number(i);
            moreCells[i] = cell(i);
        }
        numbers = moreNumbers;
        cells = moreCells;
        first = 0;
    }
}
