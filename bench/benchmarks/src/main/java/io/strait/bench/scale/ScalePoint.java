package io.strait.bench.scale;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One figure.
 *
 * @param measurement what was measured
 * @param tasks how many tasks the store held
 * @param value bytes or nanoseconds, as the measurement says
 * @param error how far off the value may be, either way: for times half the 99 % confidence
 *     interval, for memory half the range of what the JVMs measured
 */
@JsonPropertyOrder({"measurement", "tasks", "value", "error"})
public record ScalePoint(ScaleMeasurement measurement, int tasks, double value, double error) {
    /** A figure to a thousandth: more digits would be noise in the results' file. */
    static ScalePoint rounded(ScaleMeasurement measurement, int tasks, double value, double error) {
        return new ScalePoint(measurement, tasks, rounded(value), rounded(error));
    }

    /** The same figure and error for each of so many. */
    ScalePoint dividedBy(int count) {
        return rounded(measurement, tasks, value / count, error / count);
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
