package io.strait.engine.index;

/** What a list shows of a member. Any thread. */
public interface Elements {
    /** The element for a cell as of a position. */
    Object element(int cell, long position);

    /** Whether what was read as of a position is true. */
    boolean validate(long position);
}
