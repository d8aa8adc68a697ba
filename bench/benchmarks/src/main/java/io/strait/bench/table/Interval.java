package io.strait.bench.table;

import io.strait.bench.harness.Harness;
import io.strait.bench.report.Figures;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Between which bounds a positive figure lies with 99 % confidence. It is an interval of the
 * figure's logarithm, so it cannot reach below zero.
 *
 * @param low the lower bound
 * @param high the upper bound
 */
record Interval(double low, double high) {
    /** From here on, up or down from the middle, the bounds themselves say nothing. */
    private static final double WIDEST_FACTOR = 100;

    /**
     * The interval from what is known of the logarithm.
     *
     * @param logMean its mean
     * @param variance that mean's variance, the square of its standard error
     * @param degreesOfFreedom of the variance, for Student's t
     */
    static Interval ofLogarithm(double logMean, double variance, double degreesOfFreedom) {
        double margin = variance == 0 ? 0 : Math.sqrt(variance) * quantile(degreesOfFreedom);
        return new Interval(Math.exp(logMean - margin), Math.exp(logMean + margin));
    }

    /** The same to a thousandth. */
    Interval rounded() {
        return new Interval(Figures.rounded(low), Figures.rounded(high));
    }

    boolean contains(double figure) {
        return low <= figure && figure <= high;
    }

    /** Both bounds, or that they are too far apart to be worth their digits. */
    String text() {
        return high > low * WIDEST_FACTOR * WIDEST_FACTOR
                ? "more than ×÷ " + Figures.of(WIDEST_FACTOR)
                : Figures.of(low) + "–" + Figures.of(high);
    }

    private static double quantile(double degreesOfFreedom) {
        return new TDistribution(degreesOfFreedom)
                .inverseCumulativeProbability(1 - (1 - Harness.CONFIDENCE) / 2);
    }
}
