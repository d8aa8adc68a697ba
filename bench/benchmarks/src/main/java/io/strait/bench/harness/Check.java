package io.strait.bench.harness;

import java.util.Objects;

/** Checks that a benchmark did what it says. Allocates nothing while numbers are equal. */
public final class Check {
    private Check() {}

    /** Fails unless two numbers are equal. */
    public static void equal(String what, long expected, long actual) {
        if (expected != actual) {
            throw new IllegalStateException(what + ": expected=" + expected + " actual=" + actual);
        }
    }

    /** Fails unless two values are equal. */
    public static void equal(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new IllegalStateException(what + ": expected=" + expected + " actual=" + actual);
        }
    }
}
