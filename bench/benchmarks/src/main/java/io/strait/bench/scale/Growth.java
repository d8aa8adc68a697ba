package io.strait.bench.scale;

import java.util.Optional;

/**
 * How a figure compares with the one at the size before.
 *
 * @param factor by what it was multiplied
 * @param least the least that the factor may be: from the lower end of the figure to the upper end
 *     of the one before
 * @param greatest the greatest that it may be: from the upper end to the lower end
 */
record Growth(double factor, double least, double greatest) {
    /** None where an error is not known, or as large as its figure: any factor would do then. */
    static Optional<Growth> of(ScalePoint from, ScalePoint to) {
        if (!isAboveItsError(from) || !isAboveItsError(to)) {
            return Optional.empty();
        }
        return Optional.of(
                new Growth(
                        to.value() / from.value(),
                        (to.value() - to.error()) / (from.value() + from.error()),
                        (to.value() + to.error()) / (from.value() - from.error())));
    }

    private static boolean isAboveItsError(ScalePoint point) {
        return point.error() != null && point.value() > point.error();
    }
}
