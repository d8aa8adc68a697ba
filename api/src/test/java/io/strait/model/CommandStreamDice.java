package io.strait.model;

import java.util.SplittableRandom;

/**
 * Seeded dice. Only {@code nextLong} is asked of the generator: how it makes bounded numbers may
 * differ between JDKs, and a seed must replay on all of them.
 */
final class CommandStreamDice {
    private final SplittableRandom random;

    CommandStreamDice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) ((random.nextLong() >>> 32) * bound >>> 32);
    }

    /** A number from {@code min} to {@code max}, both included. */
    int between(int min, int max) {
        return min + below(max - min + 1);
    }

    /** True in so many of a hundred throws. */
    boolean percent(int share) {
        return below(100) < share;
    }

    <T> T oneOf(T[] values) {
        return values[below(values.length)];
    }
}
