package io.strait.bench.latency;

import io.strait.bench.report.Figures;
import java.util.Locale;

/** What the terminal says when a point was measured. */
final class ProgressLine {
    private static final double NS_PER_US = 1_000;

    private ProgressLine() {}

    static String of(LatencyPoint point) {
        return String.format(
                Locale.ROOT,
                "%-9s %-14s producers=%d offered %,11d/s achieved %,11d/s  p50 %s us, p99 %s us,"
                        + " max %s us",
                point.subject(),
                point.preset(),
                point.producers(),
                point.offeredPerSecond(),
                point.achievedPerSecond(),
                Figures.of(point.p50Ns() / NS_PER_US),
                Figures.of(point.p99Ns() / NS_PER_US),
                Figures.of(point.maxNs() / NS_PER_US));
    }
}
