package io.strait.bench.scale;

import io.strait.bench.report.Figures;

/**
 * One figure.
 *
 * @param measurement what was measured
 * @param tasks how many tasks the store held
 * @param value bytes or nanoseconds, as the measurement says
 * @param error how far off the value may be, either way: for times half the 99 % confidence
 *     interval, for memory half the range of what the JVMs measured
 */
public record ScalePoint(ScaleMeasurement measurement, int tasks, double value, double error) {
    /** A figure to a thousandth: more digits would be noise in the results' file. */
    static ScalePoint rounded(ScaleMeasurement measurement, int tasks, double value, double error) {
        return new ScalePoint(measurement, tasks, Figures.rounded(value), Figures.rounded(error));
    }

    /** The same figure and error for each of so many. */
    ScalePoint dividedBy(int count) {
        return rounded(measurement, tasks, value / count, error / count);
    }
}
