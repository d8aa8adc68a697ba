package io.strait.engine.arena;

/** Whoever uses cells of a kind. */
public interface CellOwner {
    /** A cell is about to be free: nobody can see it any more. Writer thread only. */
    void onFree(int cell);
}
