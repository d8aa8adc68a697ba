package io.strait.bench.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How all charts look. */
final class PlotStyle {
    static final int WIDTH_PX = 960;

    private static final Color TRANSPARENT = new Color(0, 0, 0, 0);
    private static final float LINE_WIDTH_PX = 2;
    private static final int LEGEND_CHARACTER_PX = 7;
    private static final int LEGEND_MARK_PX = 50;

    /** A row is centred below the plot, which the names on its axis push to the right. */
    private static final int MAX_LEGEND_ROW_PX = 700;

    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE,
        SeriesMarkers.SQUARE,
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_DOWN,
        SeriesMarkers.CROSS,
        SeriesMarkers.PLUS,
        SeriesMarkers.RECTANGLE
    };

    /** In the order of the markers: neighbours differ, so that a series is known without colour. */
    private static final float[][] DASHES = {{}, {8, 4}, {2, 3}, {10, 3, 2, 3}};

    private PlotStyle() {}

    static void apply(AxesChartStyler styler, Theme theme, List<String> seriesNames) {
        applyColours(styler, theme);
        styler.setChartTitleFont(font(Font.BOLD, 15));
        styler.setLegendFont(font(Font.PLAIN, 12));
        styler.setAxisTitleFont(font(Font.PLAIN, 12));
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 12));
        placeLegend(styler, seriesNames);
        styler.setChartPadding(12);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setAxisTicksLineVisible(false);
        styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
        styler.setSeriesMarkers(MARKERS.clone());
    }

    static Font font(int style, int sizePx) {
        return new Font(Font.SANS_SERIF, style, sizePx);
    }

    /** How the line of the series with an index is drawn. */
    static BasicStroke stroke(int seriesIndex) {
        float[] dash = DASHES[seriesIndex % DASHES.length];
        return new BasicStroke(
                LINE_WIDTH_PX,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                10,
                dash.length == 0 ? null : dash.clone(),
                0);
    }

    /** A legend in one row costs the plot the least, but the library cuts one that is too long. */
    private static void placeLegend(AxesChartStyler styler, List<String> seriesNames) {
        int rowPx =
                seriesNames.stream()
                        .mapToInt(name -> LEGEND_MARK_PX + name.length() * LEGEND_CHARACTER_PX)
                        .sum();
        boolean fits = rowPx < MAX_LEGEND_ROW_PX;
        styler.setLegendPosition(
                fits ? Styler.LegendPosition.OutsideS : Styler.LegendPosition.OutsideE);
        styler.setLegendLayout(
                fits ? Styler.LegendLayout.Horizontal : Styler.LegendLayout.Vertical);
        styler.setLegendPadding(8);
        styler.setLegendVisible(seriesNames.size() > 1);
    }

    private static void applyColours(AxesChartStyler styler, Theme theme) {
        styler.setChartBackgroundColor(TRANSPARENT);
        styler.setPlotBackgroundColor(TRANSPARENT);
        styler.setLegendBackgroundColor(TRANSPARENT);
        styler.setLegendBorderColor(TRANSPARENT);
        styler.setChartFontColor(theme.text());
        styler.setChartTitleFontColor(theme.text());
        styler.setAxisTickLabelsColor(theme.text());
        styler.setAxisTickMarksColor(theme.grid());
        styler.setPlotGridLinesColor(theme.grid());
        styler.setSeriesColors(theme.series());
        styler.setErrorBarsColorSeriesColor(true);
    }
}
