package io.strait.api.hotpath;

/**
 * A walk over tasks, in the order in which they were saved, as they stood when the walk began. It
 * is a {@link TaskView} of the task that it is at; before the first {@link #next}, and after the
 * last, it is at none. A reader has one cursor, and begins each walk with it: the next walk ends
 * the one before. Allocates only to grow: with the longest walk so far, and with each number that
 * is asked for, of as many tasks as never before.
 *
 * <p>It looks at the tasks where they are stored. A task that was deleted, or whose status changed,
 * since the walk began may be shown as it was, or left out, or what is asked of it may throw {@link
 * IllegalStateException}. Every other task is shown. A caller that is slow copies what it needs
 * first.
 */
public interface TaskCursor extends TaskView {
    /**
     * Goes on to the next task.
     *
     * @return false when there is none
     */
    boolean next();

    /**
     * How many tasks the walk covers, from its begin: those that are left out are counted.
     *
     * @return not negative
     */
    int size();
}
