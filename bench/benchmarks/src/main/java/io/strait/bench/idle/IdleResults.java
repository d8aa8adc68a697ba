package io.strait.bench.idle;

import io.strait.bench.report.Conditions;
import java.util.List;

/**
 * What the wait presets cost and give.
 *
 * @param conditions under which it was measured
 * @param points a preset each
 */
public record IdleResults(Conditions conditions, List<IdlePoint> points) {
    /** Copies the list. */
    public IdleResults {
        points = List.copyOf(points);
    }
}
