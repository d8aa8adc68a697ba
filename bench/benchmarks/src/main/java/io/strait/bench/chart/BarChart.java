package io.strait.bench.chart;

import java.util.List;

/**
 * Horizontal bars, in groups, each with its value written at its end.
 *
 * @param title what it shows
 * @param value the axis along which they lie
 * @param categories the groups, from the top
 * @param bars the bars of each colour, at least one and at most {@value Theme#SERIES_COUNT}; each
 *     has a value for each category
 */
public record BarChart(String title, Axis value, List<String> categories, List<Bars> bars)
        implements Chart {
    /** Checks and copies. */
    public BarChart {
        categories = List.copyOf(categories);
        bars = List.copyOf(bars);
        Theme.checkSeriesCount(bars.size());
        for (Bars each : bars) {
            if (each.values().length != categories.size()) {
                throw new IllegalArgumentException(
                        "values.length="
                                + each.values().length
                                + " must be categories.size="
                                + categories.size()
                                + ": "
                                + each.name());
            }
        }
    }
}
