package io.strait.api;

/**
 * All of the state at one position: consistent, immutable, and valid for ever, also after the
 * engine is closed. Needs no close; the garbage collector takes it when nobody holds it any more.
 * For use by any number of threads.
 */
public interface Snapshot {
    /**
     * The position of the last write that the snapshot includes, refused writes counted.
     *
     * @return 0 for the state of a new engine
     */
    long position();

    /**
     * The aggregator's part of the state.
     *
     * @return a view whose answers never change
     */
    AggregatorView aggregator();

    /**
     * The executor's part of the state.
     *
     * @return a view whose answers never change
     */
    ExecutorView executor();
}
