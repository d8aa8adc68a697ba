package io.strait.bench;

/** Checks, outside the timing, that a benchmark did what it says. */
final class Check {
    private Check() {}

    static void equal(long expected, long actual) {
        if (expected != actual) {
            throw new IllegalStateException("expected=" + expected + " actual=" + actual);
        }
    }
}
