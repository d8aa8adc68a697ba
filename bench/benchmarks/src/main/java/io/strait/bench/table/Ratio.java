package io.strait.bench.table;

/**
 * How many times faster one contestant is than another.
 *
 * @param value more than 1 when it is faster
 * @param error half the width of the interval, from both contestants' errors, which are independent
 */
record Ratio(double value, double error) {
    /** The ratio of a slower contestant's time to a faster one's. */
    static Ratio of(CellResult slower, CellResult faster) {
        double value = slower.nsPerOp() / faster.nsPerOp();
        double relativeError =
                Math.hypot(
                        slower.errorNs() / slower.nsPerOp(), faster.errorNs() / faster.nsPerOp());
        return new Ratio(round(value), round(value * relativeError));
    }

    private static double round(double value) {
        return Math.round(value * 100_000) / 100_000.0;
    }
}
