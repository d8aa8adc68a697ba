package io.strait.bench.chart;

/**
 * An axis with numbers on it.
 *
 * @param title what it shows
 * @param unit how its numbers are written
 * @param logarithmic whether equal lengths are equal factors; its values are positive then
 */
public record Axis(String title, AxisUnit unit, boolean logarithmic) {
    /** An axis on which equal lengths are equal factors. */
    public static Axis logarithmic(String title, AxisUnit unit) {
        return new Axis(title, unit, true);
    }

    /** An axis on which equal lengths are equal differences; it starts at 0. */
    public static Axis linear(String title, AxisUnit unit) {
        return new Axis(title, unit, false);
    }
}
