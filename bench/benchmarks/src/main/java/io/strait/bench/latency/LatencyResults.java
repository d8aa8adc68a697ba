package io.strait.bench.latency;

import io.strait.bench.report.Conditions;
import java.util.List;

/**
 * What a run measured.
 *
 * @param conditions under which
 * @param secondsPerPoint for how long calls were due at each point
 * @param jvmsPerPoint in how many JVMs, unless some failed; absent from results of when there was
 *     one
 * @param failures what failed, in a line each; absent from those, too
 * @param points floors first; by subject, preset and number of producers, then by rising load
 */
public record LatencyResults(
        Conditions conditions,
        int secondsPerPoint,
        Integer jvmsPerPoint,
        List<String> failures,
        List<LatencyPoint> points) {
    /** Copies the lists. */
    public LatencyResults {
        jvmsPerPoint = jvmsPerPoint == null ? 1 : jvmsPerPoint;
        failures = failures == null ? List.of() : List.copyOf(failures);
        points = List.copyOf(points);
    }
}
