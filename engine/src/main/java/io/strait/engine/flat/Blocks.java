package io.strait.engine.flat;

/**
 * Blocks of memory that are known by number, as far as their life is concerned. A block is visible
 * from the position at which it was born up to, and without, that at which it died: both are the
 * first position of a batch.
 */
abstract class Blocks {
    /** No block: numbers start at 1. */
    static final int NONE = 0;

    /** The first position of the batch in which it was made. */
    abstract long born(int block);

    abstract void born(int block, long position);

    /** The first position of the batch in which it was let go. */
    abstract long died(int block);

    abstract void died(int block, long position);

    /** The next one in the list that it is in. */
    abstract int link(int block);

    abstract void link(int block, int next);

    /** Gives a block back that nobody can see, to be taken again. */
    abstract void free(int block);
}
