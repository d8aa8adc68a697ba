package io.strait.bench.table;

import java.util.Arrays;
import java.util.Optional;

/**
 * What independent positive figures, one a JVM, say of the figure behind them: times are skewed,
 * and are compared by their ratios, so it is the logarithms that are averaged.
 *
 * @param logMean the mean of the natural logarithms
 * @param logVariance that mean's variance, the square of its standard error; 0 for one figure
 * @param count of how many figures
 */
record Estimate(double logMean, double logVariance, int count) {
    /** The estimate from figures, at least one. */
    static Estimate of(double[] figures) {
        double[] logs = Arrays.stream(figures).map(Math::log).toArray();
        double mean = Arrays.stream(logs).average().orElseThrow();
        double squares = Arrays.stream(logs).map(log -> Math.pow(log - mean, 2)).sum();
        int count = logs.length;
        return new Estimate(mean, count == 1 ? 0 : squares / (count - 1) / count, count);
    }

    /** The geometric mean. */
    double figure() {
        return Math.exp(logMean);
    }

    /** Where that lies, by Student's t; nothing for a single figure, which does not say. */
    Optional<Interval> interval() {
        return isSingle()
                ? Optional.empty()
                : Optional.of(Interval.ofLogarithm(logMean, logVariance, degreesOfFreedom()));
    }

    /** Whether there is one figure only. */
    boolean isSingle() {
        return count == 1;
    }

    int degreesOfFreedom() {
        return count - 1;
    }
}
