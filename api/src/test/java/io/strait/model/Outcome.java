package io.strait.model;

/**
 * What an accepted write came to.
 *
 * @param changed whether the state is another one now
 * @param result what the write returns; null when nothing
 */
record Outcome(boolean changed, Object result) {
    static final Outcome CHANGED = new Outcome(true, null);
    static final Outcome UNCHANGED = new Outcome(false, null);
}
