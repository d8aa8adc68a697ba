package io.strait.bench.chart;

import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.style.HorizontalBarStyler;

/** Lays out a {@link BarChart}: as high as its bars need, so that their values stay readable. */
final class BarPlot {
    private static final int BAR_HEIGHT_PX = 15;
    private static final int GROUP_GAP_PX = 12;
    private static final int FRAME_HEIGHT_PX = 150;
    private static final double OUTSIDE_BAR = 1.05;

    private BarPlot() {}

    static HorizontalBarChart of(BarChart chart, Theme theme) {
        HorizontalBarChart plot =
                new HorizontalBarChartBuilder()
                        .width(PlotStyle.WIDTH_PX)
                        .height(heightPx(chart))
                        .title(chart.title())
                        .xAxisTitle(chart.value().title())
                        .build();
        HorizontalBarStyler styler = plot.getStyler();
        PlotStyle.apply(styler, theme, chart.bars().stream().map(Bars::name).toList());
        styler.setAvailableSpaceFill(
                1 - GROUP_GAP_PX / (double) (chart.bars().size() * BAR_HEIGHT_PX + GROUP_GAP_PX));
        styler.setPlotGridHorizontalLinesVisible(false);
        styler.setLabelsVisible(true);
        styler.setLabelsPosition(OUTSIDE_BAR);
        styler.setLabelsFont(PlotStyle.font(Font.PLAIN, 11));
        styler.setLabelsFontColorAutomaticEnabled(false);
        styler.setLabelsFontColor(theme.text());
        styler.setXAxisLogarithmic(chart.value().logarithmic());
        styler.setXAxisLogarithmicDecadeOnly(true);
        styler.setXAxisTickLabelsFormattingFunction(chart.value().unit()::format);
        double lowest = lowest(chart);
        styler.setXAxisMin(lowest);
        styler.setXAxisMax(highest(chart));
        // Otherwise the library leaves out every other category's name when bars are few.
        styler.setXAxisMaxLabelCount(Math.max(2, chart.categories().size()));
        for (Bars bars : chart.bars()) {
            plot.addSeries(bars.name(), values(bars, lowest), chart.categories());
        }
        return plot;
    }

    private static int heightPx(BarChart chart) {
        int groupHeightPx = chart.bars().size() * BAR_HEIGHT_PX + GROUP_GAP_PX;
        return FRAME_HEIGHT_PX + chart.categories().size() * groupHeightPx;
    }

    /**
     * A bar has no length at its axis's start: so a logarithmic axis starts clearly below them all,
     * at a whole decade. A linear one starts at 0, or as near to it that nobody can see it: at 0
     * itself, the library would also draw what lies before it.
     */
    private static double lowest(BarChart chart) {
        double least = allValues(chart).stream().mapToDouble(Double::doubleValue).min().orElse(1);
        return chart.value().logarithmic()
                ? Math.pow(10, Math.floor(Math.log10(least * 0.7)))
                : least * 1e-9;
    }

    /** Leaves room for the value that is written at the longest bar's end. */
    private static double highest(BarChart chart) {
        double most = allValues(chart).stream().mapToDouble(Double::doubleValue).max().orElse(1);
        if (!chart.value().logarithmic()) {
            return most * 1.15;
        }
        return most * Math.pow(most / lowest(chart), 0.12);
    }

    private static List<Double> allValues(BarChart chart) {
        return chart.bars().stream()
                .flatMap(bars -> Arrays.stream(bars.values()).boxed())
                .filter(value -> !value.isNaN())
                .toList();
    }

    /** The library leaves out what lies before the axis's start; a null it cannot always take. */
    private static List<Double> values(Bars bars, double lowest) {
        return Arrays.stream(bars.values())
                .map(value -> Double.isNaN(value) ? lowest / 10 : value)
                .boxed()
                .toList();
    }
}
