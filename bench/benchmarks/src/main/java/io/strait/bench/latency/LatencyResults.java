package io.strait.bench.latency;

import io.strait.bench.report.Conditions;
import java.util.List;

/**
 * What a run measured.
 *
 * @param conditions under which
 * @param secondsPerPoint for how long calls were due at each point
 * @param points floors first; by subject, preset and number of producers, then by rising load
 */
public record LatencyResults(
        Conditions conditions, int secondsPerPoint, List<LatencyPoint> points) {}
