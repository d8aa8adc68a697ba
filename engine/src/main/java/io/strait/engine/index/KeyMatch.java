package io.strait.engine.index;

/** Tells a reader the one cell that it looks for from others with the same hash. Any thread. */
public interface KeyMatch {
    /**
     * Whether what is stored in a cell has a key. Allocates nothing.
     *
     * @param chunk the cell's array
     * @param at where in it the cell begins
     * @param key what is sought, and
     * @param number a number that belongs to it, if it has one
     */
    boolean hasKey(long[] chunk, int at, int cell, Object key, long number);
}
