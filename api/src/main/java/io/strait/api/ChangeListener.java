package io.strait.api;

/**
 * Told of every committed change, in order, after it is visible. Called on a thread of its own: it
 * can neither slow nor stop the writer. When it falls further behind than the change buffer is
 * long, changes are lost to it, and it is told how many. It may read and write; it may not close
 * the engine that calls it ({@link io.strait.api.error.WrongThreadException}). What it throws is
 * counted and otherwise ignored.
 */
@FunctionalInterface
public interface ChangeListener {
    /**
     * A write changed the state. Writes that were refused or changed nothing are left out.
     *
     * @param change what was done, and its result
     */
    void onChange(Change change);

    /**
     * Changes were lost between the last change told and the next one, if one comes. To catch up,
     * take a snapshot: it holds the effect of all of them.
     *
     * @param lostCount how many, at least 1
     */
    default void onLost(long lostCount) {}
}
