package io.strait.bench.latency;

import io.strait.bench.report.Figures;
import io.strait.bench.report.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Results as a section of Markdown. A pure function of the results. */
public final class LatencySection {
    private static final int TEXT_COLUMN_COUNT = 2;

    private LatencySection() {}

    /** What was measured and how, and the table; without a heading. */
    public static String of(LatencyResults results) {
        return LatencyNotes.of(results) + "\n" + table(results) + failures(results);
    }

    private static String failures(LatencyResults results) {
        return results.failures().stream()
                .map(failure -> "\nNot measured: " + failure + "\n")
                .collect(Collectors.joining());
    }

    private static MarkdownTable table(LatencyResults results) {
        List<Column> columns = columns(results);
        MarkdownTable table =
                new MarkdownTable(
                        TEXT_COLUMN_COUNT,
                        columns.stream().map(Column::header).toArray(String[]::new));
        for (LatencyPoint point : results.points()) {
            table.add(
                    columns.stream()
                            .map(column -> column.cell().apply(point))
                            .toArray(String[]::new));
        }
        return table;
    }

    private static List<Column> columns(LatencyResults results) {
        List<LatencyPoint> points = results.points();
        boolean ranges = points.stream().anyMatch(point -> point.jvms() > 1);
        Floors floors = new Floors(results);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("subject", LatencyPoint::subject));
        columns.add(new Column("preset", LatencyPoint::preset));
        columns.add(new Column("producers", point -> String.valueOf(point.producers())));
        columns.add(new Column("offered/s", LatencySection::offered));
        columns.add(new Column("achieved/s", point -> count(point.achievedPerSecond())));
        columns.add(new Column("p50 us", point -> microseconds(point.p50Ns())));
        if (ranges) {
            columns.add(new Column("p50 range", point -> range(point, point.p50())));
        }
        columns.add(new Column("p90 us", point -> microseconds(point.p90Ns())));
        columns.add(new Column("p99 us", point -> microseconds(point.p99Ns())));
        if (ranges) {
            columns.add(new Column("p99 range", point -> range(point, point.p99())));
        }
        columns.add(new Column("p99.9 us", point -> microseconds(point.p999Ns())));
        columns.add(new Column("p99.99 us", point -> microseconds(point.p9999Ns())));
        columns.add(new Column("max us", point -> microseconds(point.maxNs())));
        columns.add(new Column("p50 to floor", floors::p50));
        columns.add(new Column("p99 to floor", floors::p99));
        if (points.stream().anyMatch(point -> !floors.handOffToRoundTrip(point).isEmpty())) {
            columns.add(new Column("p50 to ping-pong", floors::handOffToRoundTrip));
        }
        if (points.stream().anyMatch(point -> point.cutOffCount() > 0)) {
            columns.add(new Column("cut off", point -> count(point.cutOffCount())));
        }
        if (points.stream().anyMatch(point -> point.overflowCount() > 0)) {
            columns.add(new Column("overflow", point -> count(point.overflowCount())));
        }
        return columns;
    }

    private static String offered(LatencyPoint point) {
        String offered = count(point.offeredPerSecond());
        return point.saturating() ? "saturating: " + offered : offered;
    }

    private static String range(LatencyPoint point, FloorRatio.Spread spread) {
        return point.jvms() == 1
                ? FloorRatio.UNKNOWN
                : microseconds(spread.minNs()) + "–" + microseconds(spread.maxNs());
    }

    private static String microseconds(long ns) {
        return Figures.of(ns / 1_000.0);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private record Column(String header, Function<LatencyPoint, String> cell) {}
}
