package io.strait.bench.table;

import io.strait.bench.harness.Harness;
import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A mean of independent figures, and how far off it may be.
 *
 * @param mean the mean
 * @param standardError its standard error; infinite for a single figure, which says nothing of it
 * @param count of how many figures
 */
record Estimate(double mean, double standardError, int count) {
    /** The estimate from figures, at least one. */
    static Estimate of(double[] figures) {
        int count = figures.length;
        double mean = Arrays.stream(figures).average().orElseThrow();
        double squares = Arrays.stream(figures).map(figure -> Math.pow(figure - mean, 2)).sum();
        double standardError =
                count < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(squares / (count - 1) / count);
        return new Estimate(mean, standardError, count);
    }

    /** Half the width of the mean's confidence interval, by Student's t distribution. */
    double error() {
        return count < 2 ? standardError : standardError * quantile(count - 1);
    }

    /** How many standard errors the interval reaches to either side. */
    static double quantile(double degreesOfFreedom) {
        return new TDistribution(degreesOfFreedom)
                .inverseCumulativeProbability(1 - (1 - Harness.CONFIDENCE) / 2);
    }
}
