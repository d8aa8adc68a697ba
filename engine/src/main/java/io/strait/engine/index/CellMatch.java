package io.strait.engine.index;

/** Tells the writer the one cell that it looks for from others with the same hash. */
public interface CellMatch {
    /** Whether this is the one. */
    boolean matches(int cell);
}
