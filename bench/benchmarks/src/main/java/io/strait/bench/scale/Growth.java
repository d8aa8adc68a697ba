package io.strait.bench.scale;

/**
 * How a figure compares with the one at the size before.
 *
 * @param factor by what it was multiplied
 * @param error how far off the factor may be, either way: from both figures' errors, which are
 *     independent, to the first order
 */
record Growth(double factor, double error) {
    private static final double LARGEST_RELATIVE_ERROR = 0.5;

    static Growth of(ScalePoint from, ScalePoint to) {
        double factor = to.value() / from.value();
        double relativeError = Math.hypot(from.error() / from.value(), to.error() / to.value());
        return new Growth(factor, factor * relativeError);
    }

    /**
     * Whether it says anything. With an error of more than half the factor, noise could pass for
     * growth as well as for shrinkage. Not a number, of a figure that is 0, says nothing either.
     */
    boolean isKnown() {
        return error <= LARGEST_RELATIVE_ERROR * factor;
    }
}
