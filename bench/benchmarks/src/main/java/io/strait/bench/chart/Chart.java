package io.strait.bench.chart;

/** A chart to be drawn: what it shows, and nothing of how it looks. */
public sealed interface Chart permits LineChart, BarChart {
    /**
     * What the chart shows.
     *
     * @return its title
     */
    String title();
}
