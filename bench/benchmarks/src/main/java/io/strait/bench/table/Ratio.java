package io.strait.bench.table;

import io.strait.bench.report.Figures;

/**
 * How many times faster one contestant is than another, and between which bounds that lies with 99
 * % confidence.
 *
 * @param value more than 1 when it is faster
 * @param low the interval's lower bound
 * @param high its upper bound
 */
record Ratio(double value, double low, double high) {
    /**
     * The ratio of one contestant's time to another's. The interval is Welch's for the difference
     * of the logarithms: it has no negative bounds, and the inverse ratio's is its inverse.
     */
    static Ratio of(Estimate slower, Estimate faster) {
        double value = slower.mean() / faster.mean();
        double slowerVariance = relativeVariance(slower);
        double fasterVariance = relativeVariance(faster);
        double variance = slowerVariance + fasterVariance;
        double factor = 1;
        if (Double.isInfinite(variance)) {
            factor = variance;
        } else if (variance > 0) {
            double degreesOfFreedom =
                    variance
                            * variance
                            / (slowerVariance * slowerVariance / (slower.count() - 1)
                                    + fasterVariance * fasterVariance / (faster.count() - 1));
            factor = Math.exp(Math.sqrt(variance) * Estimate.quantile(degreesOfFreedom));
        }
        return new Ratio(round(value), round(value / factor), round(value * factor));
    }

    /** Whether it is known who is faster: with 1 between the bounds, it is not. */
    boolean isDecided() {
        return low > 1 || high < 1;
    }

    /** The ratio with its bounds; one that is not decided is marked. */
    String text() {
        return (isDecided() ? "" : "~ ")
                + Figures.of(value)
                + " ("
                + Figures.of(low)
                + "–"
                + Figures.of(high)
                + ")";
    }

    /** A mean's relative variance is, nearly, the variance of its logarithm. */
    private static double relativeVariance(Estimate time) {
        return Math.pow(time.standardError() / time.mean(), 2);
    }

    private static double round(double value) {
        return Double.isInfinite(value) ? value : Math.round(value * 100_000) / 100_000.0;
    }
}
