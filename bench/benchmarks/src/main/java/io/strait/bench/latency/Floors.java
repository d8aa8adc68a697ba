package io.strait.bench.latency;

import java.util.List;
import java.util.Optional;

/** What a table's points are held against. */
final class Floors {
    private static final String NONE = "";

    private final List<LatencyPoint> points;
    private final int cores;

    Floors(LatencyResults results) {
        points = results.points();
        cores = results.conditions().cores();
    }

    /** The ratio at the median. Empty where there is nothing to hold the point against. */
    String p50(LatencyPoint point) {
        return floorOf(point)
                .map(floor -> FloorRatio.of(point.p50(), floor.p50()).toString())
                .orElse(NONE);
    }

    /**
     * The ratio at the 99th percentile. Empty also where threads share a core: how the operating
     * system shares it out would be compared with itself.
     */
    String p99(LatencyPoint point) {
        return floorOf(point)
                .filter(floor -> point.producers() + 1 <= cores)
                .map(floor -> p99(point, floor))
                .orElse(NONE);
    }

    /** At p99 two JVMs can differ severalfold: without a range, a ratio is a guess. */
    private static String p99(LatencyPoint point, LatencyPoint floor) {
        return point.jvms() == 1 || floor.jvms() == 1
                ? FloorRatio.UNKNOWN
                : FloorRatio.of(point.p99(), floor.p99()).toString();
    }

    /**
     * The floor's point with as many producers and the same offered load. None where one of them
     * did not keep up: what they are late then grows with the time for which one looks.
     */
    private Optional<LatencyPoint> floorOf(LatencyPoint point) {
        Optional<String> floor =
                SubjectKind.labelled(point.subject())
                        .flatMap(SubjectKind::floor)
                        .map(SubjectKind::label);
        return points.stream()
                .filter(other -> floor.isPresent() && other.subject().equals(floor.get()))
                .filter(other -> other.producers() == point.producers())
                .filter(other -> other.offeredPerSecond() == point.offeredPerSecond())
                .filter(other -> keepsUp(other) && keepsUp(point))
                .findFirst();
    }

    private static boolean keepsUp(LatencyPoint point) {
        return Load.isMet(point.offeredPerSecond(), point.achievedPerSecond());
    }
}
