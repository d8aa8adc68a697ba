package io.strait.bench.table;

import io.strait.bench.report.Figures;

/**
 * How many times as long one contestant takes as another.
 *
 * @param value the ratio of their figures
 * @param interval where it lies; null when a figure is one JVM's, which does not say
 */
record Ratio(double value, Interval interval) {
    /**
     * The ratio of two times. The interval is Welch's for the difference of their logarithms'
     * means: the inverse ratio's is its inverse.
     */
    static Ratio of(Estimate time, Estimate otherTime) {
        double logRatio = time.logMean() - otherTime.logMean();
        double value = round(Math.exp(logRatio));
        if (time.isSingle() || otherTime.isSingle()) {
            return new Ratio(value, null);
        }
        Interval interval =
                Interval.ofLogarithm(
                        logRatio,
                        time.logVariance() + otherTime.logVariance(),
                        degreesOfFreedom(time, otherTime));
        return new Ratio(value, new Interval(round(interval.low()), round(interval.high())));
    }

    /** Whether it is one JVM's: then there is a figure, and no verdict. */
    boolean isOfOneJvm() {
        return interval == null;
    }

    /** Whether it is known who is faster: with 1 between the bounds, or without them, it is not. */
    boolean isDecided() {
        return !isOfOneJvm() && !interval.contains(1);
    }

    /** The ratio with its bounds; one that is not decided is marked. */
    String text() {
        String figure = Figures.of(value);
        if (isOfOneJvm()) {
            return figure + " (one JVM)";
        }
        return (isDecided() ? "" : "~ ") + figure + " (" + interval.text() + ")";
    }

    /** By Welch and Satterthwaite. */
    private static double degreesOfFreedom(Estimate one, Estimate other) {
        double variance = one.logVariance() + other.logVariance();
        return variance
                * variance
                / (Math.pow(one.logVariance(), 2) / one.degreesOfFreedom()
                        + Math.pow(other.logVariance(), 2) / other.degreesOfFreedom());
    }

    private static double round(double value) {
        return Math.round(value * 100_000) / 100_000.0;
    }
}
