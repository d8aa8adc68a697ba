package io.strait.bench.scale;

import io.strait.bench.chart.AxisUnit;
import io.strait.bench.report.Figures;
import io.strait.bench.report.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The figures as tables: what was measured, and by what factor it grew. */
final class ScaleTables {
    /** A figure that is not known, or not well enough. */
    static final String NONE = "–";

    private ScaleTables() {}

    /** A row for each figure, a column for each size. */
    static String figures(ScaleResults results) {
        MarkdownTable table = new MarkdownTable(1, headers(sizeNames(results)));
        for (ScaleRow row : ScaleRow.all(results)) {
            table.add(cells(row.title(), row.points(), ScaleTables::figure));
        }
        return table.toString();
    }

    /** A row for each figure, a column for each step from a size to the next. */
    static String growth(ScaleResults results) {
        List<String> sizes = sizeNames(results);
        List<String> steps = new ArrayList<>();
        for (int i = 1; i < sizes.size(); i++) {
            steps.add(sizes.get(i - 1) + " to " + sizes.get(i));
        }
        MarkdownTable table = new MarkdownTable(1, headers(steps));
        for (ScaleRow row : ScaleRow.all(results)) {
            table.add(cells(row.title(), row.growth(), ScaleTables::growth));
        }
        return table.toString();
    }

    private static <T> String[] cells(
            String title, List<Optional<T>> values, Function<T, String> text) {
        Stream<String> cells = values.stream().map(value -> value.map(text).orElse(NONE));
        return Stream.concat(Stream.of(title), cells).toArray(String[]::new);
    }

    private static String[] headers(List<String> names) {
        return Stream.concat(Stream.of("Tasks in the store"), names.stream())
                .toArray(String[]::new);
    }

    private static List<String> sizeNames(ScaleResults results) {
        return results.sizes().stream().map(size -> AxisUnit.COUNT.format(size.tasks())).toList();
    }

    private static String figure(ScalePoint point) {
        String figure = Figures.of(point.value());
        return point.error() == null ? figure : figure + " ± " + Figures.of(point.error());
    }

    private static String growth(Growth growth) {
        return String.format(
                Locale.ROOT,
                "× %.2f (%.2f–%.2f)",
                growth.factor(),
                growth.least(),
                growth.greatest());
    }
}
