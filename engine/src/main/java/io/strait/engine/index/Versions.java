package io.strait.engine.index;

/** Knows what a place of an ordered set had at a position. Any thread. */
public interface Versions {
    /**
     * The cell that stood in a place at a position, if it was a member of a track then; else {@link
     * io.strait.engine.arena.Cells#NONE}.
     *
     * @param cell what stands there now, or stood there last
     */
    int versionAt(int cell, long place, int track, long position);
}
