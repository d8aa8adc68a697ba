package io.strait.bench.scale;

import io.strait.bench.report.Conditions;
import java.util.List;
import java.util.Optional;

/**
 * What was measured.
 *
 * @param conditions under which
 * @param length for how long
 * @param sizes at which sizes, ascending
 * @param skipped which sizes were asked for but do not fit into the machine
 * @param timeOfJvm what one JVM's time is of its iterations' times: {@value #MEDIAN}; absent from
 *     results of when it was the mean, and the error was one over the iterations of all JVMs: that
 *     says nothing of the next JVM, and is left out
 * @param points the figures, one for each measurement and size that did not fail
 * @param failures what failed, in a line each; absent from results of before it was written
 */
public record ScaleResults(
        Conditions conditions,
        ScaleLength length,
        List<ScaleSize> sizes,
        List<ScaleSize> skipped,
        String timeOfJvm,
        List<ScalePoint> points,
        List<String> failures) {
    static final String MEDIAN = "median";

    /** Copies the lists. */
    public ScaleResults {
        if (timeOfJvm == null) {
            timeOfJvm = "mean";
            points = points.stream().map(ScaleResults::withoutErrorOfIterations).toList();
        }
        sizes = List.copyOf(sizes);
        skipped = List.copyOf(skipped);
        points = List.copyOf(points);
        failures = failures == null ? List.of() : List.copyOf(failures);
    }

    private static ScalePoint withoutErrorOfIterations(ScalePoint point) {
        return point.measurement().isTime() ? point.withoutError() : point;
    }

    /** A measurement's figures, by size, ascending. */
    List<ScalePoint> pointsOf(ScaleMeasurement measurement) {
        return sizes.stream().flatMap(size -> point(measurement, size.tasks()).stream()).toList();
    }

    /** A figure; none when it failed, or was not got to. */
    Optional<ScalePoint> point(ScaleMeasurement measurement, int tasks) {
        return points.stream()
                .filter(point -> point.measurement() == measurement && point.tasks() == tasks)
                .findFirst();
    }
}
