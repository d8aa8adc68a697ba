package io.strait.bench.chart;

import java.util.List;

/**
 * Lines through points.
 *
 * @param title what it shows
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the lines, at least one, and at most {@value Theme#SERIES_COUNT}: more could not be
 *     told apart
 */
public record LineChart(String title, Axis x, Axis y, List<Series> series) implements Chart {
    /** Checks and copies. */
    public LineChart {
        series = List.copyOf(series);
        Theme.checkSeriesCount(series.size());
    }
}
