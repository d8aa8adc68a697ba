package io.strait.bench.latency;

import io.strait.bench.report.Conditions;
import java.util.List;

/** Results as tests need them. */
final class LatencyPoints {
    private LatencyPoints() {}

    static LatencyPoint point(String subject, String preset, long offeredPerSecond, long p99Ns) {
        return point(subject, preset, offeredPerSecond, p99Ns, 0, 0);
    }

    static LatencyPoint point(
            String subject,
            String preset,
            long offeredPerSecond,
            long p99Ns,
            long cutOffCount,
            long overflowCount) {
        return new LatencyPoint(
                subject,
                preset,
                1,
                false,
                offeredPerSecond,
                offeredPerSecond - 1,
                2 * offeredPerSecond,
                cutOffCount,
                overflowCount,
                p99Ns / 4,
                p99Ns / 2,
                p99Ns,
                2 * p99Ns,
                3 * p99Ns,
                4_000 * p99Ns,
                null,
                null,
                null,
                null,
                null);
    }

    /** What two JVMs measured that lie so far below and above the point. */
    static LatencyPoint ofTwoJvms(LatencyPoint point, double relativeDeviation) {
        return MedianPoint.of(
                List.of(
                        scaled(point, 1 - relativeDeviation),
                        scaled(point, 1 + relativeDeviation)));
    }

    private static LatencyPoint scaled(LatencyPoint point, double factor) {
        return point(
                point.subject(),
                point.preset(),
                point.offeredPerSecond(),
                Math.round(point.p99Ns() * factor),
                point.cutOffCount(),
                point.overflowCount());
    }

    static LatencyResults results(LatencyPoint... points) {
        return resultsWithCores(2, points);
    }

    static LatencyResults resultsWithCores(int cores, LatencyPoint... points) {
        Conditions conditions =
                new Conditions(
                        "latency",
                        "2026-01-01",
                        "unknown",
                        "unknown",
                        cores,
                        1,
                        "os",
                        "17",
                        List.of());
        return new LatencyResults(conditions, 2, null, null, List.of(points));
    }
}
