package io.strait.bench.latency;

import io.strait.bench.report.Figures;
import io.strait.bench.report.MarkdownTable;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What the project set out to reach in an open loop, beside what was measured. The synchronous
 * update's own target is the table's, in a closed loop; here the same factors are put to it under a
 * low load.
 */
public final class LatencyTargets {
    private static final String PRESET = "LOWEST_LATENCY";
    private static final long LOWEST_LOAD = 10_000;
    private static final long MILLION = 1_000_000;

    private LatencyTargets() {}

    /** A function of the results alone. */
    public static String of(LatencyResults results) {
        MarkdownTable text =
                new MarkdownTable(5, "What", "must reach", "aim", "measured", "reached");
        add(
                text,
                "open loop: synchronous block update, one thread, 10,000/s: p50",
                new Multiple("ping-pong", 1.5, 1.25),
                ratio(results, SubjectKind.SYNC, LOWEST_LOAD, LatencyPoint::p50Ns));
        add(
                text,
                "open loop: exclusive producer, one thread, 1,000,000/s: p99",
                new Multiple("bare ring", 3, 1.2),
                ratio(results, SubjectKind.EXCLUSIVE, MILLION, LatencyPoint::p99Ns));
        return text.toString();
    }

    private static void add(
            MarkdownTable text, String what, Multiple multiple, Optional<Double> ratio) {
        text.add(
                what,
                multiple.text(multiple.most()),
                multiple.text(multiple.aim()),
                ratio.map(multiple::text).orElse("not measured"),
                ratio.map(value -> value <= multiple.most() ? "met" : "**missed**").orElse(""));
    }

    /** A figure by that of the subject's floor, of one producer under the same load. */
    private static Optional<Double> ratio(
            LatencyResults results,
            SubjectKind kind,
            long load,
            ToLongFunction<LatencyPoint> figure) {
        Optional<LatencyPoint> point = point(results, kind, PRESET, load);
        Optional<LatencyPoint> floor =
                point(results, kind.floor().orElseThrow(), LatencyPoint.NO_PRESET, load);
        return point.flatMap(
                one ->
                        floor.map(
                                other ->
                                        (double) figure.applyAsLong(one)
                                                / figure.applyAsLong(other)));
    }

    private static Optional<LatencyPoint> point(
            LatencyResults results, SubjectKind kind, String preset, long load) {
        return results.points().stream()
                .filter(point -> point.subject().equals(kind.label()))
                .filter(point -> point.preset().equals(preset))
                .filter(point -> point.producers() == 1)
                .filter(point -> point.offeredPerSecond() == load)
                .filter(LatencyPoint::keepsUp)
                .findFirst();
    }

    /** How many times a floor's figure is allowed, and aimed for. */
    private record Multiple(String floor, double most, double aim) {
        String text(double times) {
            return Figures.of(times) + "x " + floor;
        }
    }
}
