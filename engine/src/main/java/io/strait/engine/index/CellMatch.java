package io.strait.engine.index;

/** Tells the writer the one cell that it looks for from others with the same hash. */
public interface CellMatch {
    /**
     * Whether this is the one.
     *
     * @param chunk the cell's array
     * @param at where in it the cell begins
     */
    boolean matches(long[] chunk, int at, int cell);
}
