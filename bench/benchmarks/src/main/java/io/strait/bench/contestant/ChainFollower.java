package io.strait.bench.contestant;

/** One thread's way to tell how far it has followed one chain. Made and used by that thread. */
public interface ChainFollower extends AutoCloseable {
    /** Sets the last processed block. */
    void setLastProcessedBlock(long number);

    /** Waits until all numbers are visible; fails if one was refused since the last time. */
    void drain();

    /** Gives back what it holds. */
    @Override
    void close();
}
