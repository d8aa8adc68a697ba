package io.strait.bench.chart;

/**
 * The bars of one colour in a {@link BarChart}: one for each category.
 *
 * @param name what the legend calls them
 * @param values their lengths; {@link Double#NaN} where there is none
 */
public record Bars(String name, double[] values) {
    /** Copies the array. */
    public Bars {
        values = values.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }
}
