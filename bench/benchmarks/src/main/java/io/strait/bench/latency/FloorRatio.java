package io.strait.bench.latency;

import java.util.Locale;

/**
 * How a percentile compares with the floor's.
 *
 * @param ratio the two medians' ratio
 * @param least the ratio of the least to the floor's greatest
 * @param greatest the ratio of the greatest to the floor's least
 * @param known whether the two differ by more than the floor does from itself
 */
record FloorRatio(double ratio, double least, double greatest, boolean known) {
    /** What is shown where the floor's own range is larger than the distance to it. */
    static final String UNKNOWN = "–";

    static FloorRatio of(Spread percentile, Spread floor) {
        long distanceNs = Math.abs(percentile.medianNs() - floor.medianNs());
        return new FloorRatio(
                (double) percentile.medianNs() / floor.medianNs(),
                (double) percentile.minNs() / floor.maxNs(),
                (double) percentile.maxNs() / floor.minNs(),
                floor.maxNs() - floor.minNs() <= distanceNs);
    }

    /** With the range, where there is one. */
    @Override
    public String toString() {
        if (!known) {
            return UNKNOWN;
        }
        return least == greatest
                ? String.format(Locale.ROOT, "%,.2fx", ratio)
                : String.format(Locale.ROOT, "%,.2fx (%,.2f–%,.2f)", ratio, least, greatest);
    }

    /**
     * A percentile over several JVMs.
     *
     * @param medianNs their median
     * @param minNs the least of any
     * @param maxNs the greatest of any
     */
    record Spread(long medianNs, long minNs, long maxNs) {}
}
