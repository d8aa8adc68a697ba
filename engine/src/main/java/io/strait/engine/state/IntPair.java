package io.strait.engine.state;

/** Two ints in one word. */
final class IntPair {
    private IntPair() {}

    static long of(int first, int second) {
        return first & 0xFFFF_FFFFL | (long) second << Integer.SIZE;
    }

    static int first(long pair) {
        return (int) pair;
    }

    static int second(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    static long withFirst(long pair, int first) {
        return of(first, second(pair));
    }

    static long withSecond(long pair, int second) {
        return of(first(pair), second);
    }
}
