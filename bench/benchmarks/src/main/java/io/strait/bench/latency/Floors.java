package io.strait.bench.latency;

import java.util.List;
import java.util.Optional;

/**
 * What a table's points are held against. Nothing where threads share a core: how the operating
 * system shares it out would be compared with itself.
 */
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
        return p50(point, floorOf(point));
    }

    /** The ratio at the 99th percentile. Empty where there is nothing to hold the point against. */
    String p99(LatencyPoint point) {
        return floorOf(point)
                .flatMap(floor -> pointOf(floor, point))
                .map(floor -> p99(point, floor))
                .orElse(NONE);
    }

    /** A hand-off's median to that of a round trip. Empty for others, whose floor that is. */
    String handOffToRoundTrip(LatencyPoint point) {
        boolean handOff =
                floorOf(point).filter(floor -> floor == SubjectKind.BARE_RING).isPresent();
        return handOff ? p50(point, Optional.of(SubjectKind.PING_PONG)) : NONE;
    }

    private String p50(LatencyPoint point, Optional<SubjectKind> floor) {
        return floor.flatMap(kind -> pointOf(kind, point))
                .map(other -> FloorRatio.of(point.p50(), other.p50()).toString())
                .orElse(NONE);
    }

    /** At p99 two JVMs can differ severalfold: without a range, a ratio is a guess. */
    private static String p99(LatencyPoint point, LatencyPoint floor) {
        return point.jvms() == 1 || floor.jvms() == 1
                ? FloorRatio.UNKNOWN
                : FloorRatio.of(point.p99(), floor.p99()).toString();
    }

    private static Optional<SubjectKind> floorOf(LatencyPoint point) {
        return SubjectKind.labelled(point.subject()).flatMap(SubjectKind::floor);
    }

    /**
     * The floor's point with as many producers and the same offered load. None where one of them
     * did not keep up, or where there are more threads that spin than cores.
     */
    private Optional<LatencyPoint> pointOf(SubjectKind floor, LatencyPoint point) {
        if (point.producers() + 1 > cores || !point.keepsUp()) {
            return Optional.empty();
        }
        return points.stream()
                .filter(other -> other.subject().equals(floor.label()))
                .filter(other -> other.producers() == point.producers())
                .filter(other -> other.offeredPerSecond() == point.offeredPerSecond())
                .filter(LatencyPoint::keepsUp)
                .findFirst();
    }
}
