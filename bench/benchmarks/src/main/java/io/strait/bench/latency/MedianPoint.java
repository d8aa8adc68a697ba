package io.strait.bench.latency;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * One load's point from what several JVMs measured: the median over the JVMs of each figure. Their
 * distributions are not merged: one JVM's bad luck would be everybody's tail. The longest call and
 * the counts of what went wrong are the most that a JVM has.
 */
final class MedianPoint {
    private MedianPoint() {}

    /**
     * The point.
     *
     * @param points the JVMs' points under the same load, a JVM each, at least one
     */
    static LatencyPoint of(List<LatencyPoint> points) {
        LatencyPoint any = points.get(0);
        return new LatencyPoint(
                any.subject(),
                any.preset(),
                any.producers(),
                any.saturating(),
                median(points, LatencyPoint::offeredPerSecond),
                median(points, LatencyPoint::achievedPerSecond),
                median(points, LatencyPoint::callCount),
                most(points, LatencyPoint::cutOffCount),
                most(points, LatencyPoint::overflowCount),
                median(points, LatencyPoint::p50Ns),
                median(points, LatencyPoint::p90Ns),
                median(points, LatencyPoint::p99Ns),
                median(points, LatencyPoint::p999Ns),
                median(points, LatencyPoint::p9999Ns),
                most(points, LatencyPoint::maxNs),
                points.size(),
                least(points, LatencyPoint::p50Ns),
                most(points, LatencyPoint::p50Ns),
                least(points, LatencyPoint::p99Ns),
                most(points, LatencyPoint::p99Ns));
    }

    private static long median(List<LatencyPoint> points, ToLongFunction<LatencyPoint> figure) {
        long[] sorted = points.stream().mapToLong(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static long least(List<LatencyPoint> points, ToLongFunction<LatencyPoint> figure) {
        return points.stream().mapToLong(figure).min().orElseThrow();
    }

    private static long most(List<LatencyPoint> points, ToLongFunction<LatencyPoint> figure) {
        return points.stream().mapToLong(figure).max().orElseThrow();
    }
}
