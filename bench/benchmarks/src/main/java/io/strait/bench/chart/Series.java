package io.strait.bench.chart;

/**
 * One line of a {@link LineChart}. On a logarithmic axis, all its values are positive.
 *
 * @param name what the legend calls it
 * @param x the points' places, ascending
 * @param y the points' values
 * @param error how far off the values may be, either way; 0 where that is not known
 */
public record Series(String name, double[] x, double[] y, double[] error) {
    /** Copies the arrays; they are equally long, and not empty. */
    public Series {
        if (x.length == 0 || x.length != y.length || x.length != error.length) {
            throw new IllegalArgumentException(
                    "x.length="
                            + x.length
                            + " y.length="
                            + y.length
                            + " error.length="
                            + error.length
                            + " must be equal and positive: "
                            + name);
        }
        x = x.clone();
        y = y.clone();
        error = error.clone();
    }

    /** A line whose errors are not known. */
    public Series(String name, double[] x, double[] y) {
        this(name, x, y, new double[x.length]);
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[] y() {
        return y.clone();
    }

    @Override
    public double[] error() {
        return error.clone();
    }
}
