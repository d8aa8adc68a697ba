package io.strait.bench.operation;

import java.util.Objects;

/** Checks, outside the timing, that a benchmark did what it says. */
final class Check {
    private Check() {}

    static void equal(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new IllegalStateException(what + ": expected=" + expected + " actual=" + actual);
        }
    }
}
