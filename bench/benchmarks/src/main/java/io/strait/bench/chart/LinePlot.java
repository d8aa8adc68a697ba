package io.strait.bench.chart;

import java.awt.BasicStroke;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.XYStyler;

/** Lays out a {@link LineChart}. */
final class LinePlot {
    private static final int HEIGHT_PX = 460;
    private static final double LONGEST_ERROR = 0.99;

    private LinePlot() {}

    static XYChart of(LineChart chart, Theme theme) {
        XYChart plot =
                new XYChartBuilder()
                        .width(PlotStyle.WIDTH_PX)
                        .height(HEIGHT_PX)
                        .title(chart.title())
                        .xAxisTitle(chart.x().title())
                        .yAxisTitle(chart.y().title())
                        .build();
        XYStyler styler = plot.getStyler();
        PlotStyle.apply(styler, theme, chart.series().stream().map(Series::name).toList());
        styler.setMarkerSize(8);
        styler.setPlotGridVerticalLinesVisible(!chart.x().logarithmic());
        styler.setXAxisLogarithmic(chart.x().logarithmic());
        styler.setXAxisLogarithmicDecadeOnly(true);
        styler.setXAxisTickLabelsFormattingFunction(chart.x().unit()::format);
        styler.setYAxisLogarithmic(chart.y().logarithmic());
        styler.setYAxisLogarithmicDecadeOnly(true);
        styler.setYAxisTickLabelsFormattingFunction(chart.y().unit()::format);
        styler.setYAxisMin(lowest(chart));
        for (int i = 0; i < chart.series().size(); i++) {
            add(chart.series().get(i), PlotStyle.stroke(i), chart.y().logarithmic(), plot);
        }
        return plot;
    }

    /** The least value decides, not its error: a large one would press the lines together. */
    private static double lowest(LineChart chart) {
        if (!chart.y().logarithmic()) {
            return 0;
        }
        double least =
                chart.series().stream()
                        .flatMapToDouble(series -> Arrays.stream(series.y()))
                        .min()
                        .orElseThrow();
        return Math.pow(10, Math.floor(Math.log10(least)));
    }

    private static void add(Series series, BasicStroke stroke, boolean logarithmic, XYChart plot) {
        double[] error = series.error();
        if (logarithmic) {
            shorten(error, series.y());
        }
        boolean erring = Arrays.stream(error).anyMatch(each -> each > 0);
        plot.addSeries(series.name(), series.x(), series.y(), erring ? error : null)
                .setLineStyle(stroke);
    }

    /** An error as large as its value would reach 0, which is nowhere on a logarithmic axis. */
    private static void shorten(double[] error, double[] y) {
        for (int i = 0; i < error.length; i++) {
            error[i] = Math.min(error[i], y[i] * LONGEST_ERROR);
        }
    }
}
