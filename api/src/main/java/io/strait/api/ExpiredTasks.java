package io.strait.api;

/** What a claim does about tasks whose deadline has passed. */
public enum ExpiredTasks {
    /** Skips them: they stay pending, and {@link AggregatorView#listExpiredTasks} shows them. */
    SKIP,
    /** Takes them up like all others. */
    TAKE
}
