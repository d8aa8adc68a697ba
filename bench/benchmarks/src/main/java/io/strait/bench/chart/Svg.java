package io.strait.bench.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knowm.xchart.ChartEncoder;

/** Draws charts as SVG. The same chart gives the same text, in every run on the same machine. */
final class Svg {
    private static final int DECIMALS = 2;
    private static final Pattern LONG_FRACTION = Pattern.compile("\\d+\\.\\d{3,}");
    private static final Pattern CLIP_ID = Pattern.compile("\\bclip-?\\d+");

    static {
        // Nothing here has a screen; without this, some JDKs look for one.
        System.setProperty("java.awt.headless", "true");
    }

    private Svg() {}

    static String of(Chart chart, Theme theme) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ChartEncoder.saveChart(plot(chart, theme), bytes, "svg");
        } catch (IOException e) {
            throw new UncheckedIOException("no file is involved", e);
        }
        return withShortFractions(withStableIds(bytes.toString(StandardCharsets.UTF_8)));
    }

    private static org.knowm.xchart.internal.chartpart.Chart<?, ?> plot(Chart chart, Theme theme) {
        return chart instanceof LineChart lines
                ? LinePlot.of(lines, theme)
                : BarPlot.of((BarChart) chart, theme);
    }

    /** The encoder names clip paths by hash codes, which can be other ones in the next run. */
    private static String withStableIds(String svg) {
        Map<String, String> ids = new HashMap<>();
        Matcher matcher = CLIP_ID.matcher(svg);
        return matcher.replaceAll(
                match -> ids.computeIfAbsent(match.group(), id -> "clip" + (ids.size() + 1)));
    }

    /** A hundredth of a pixel is as fine as the eye needs, and halves the file. */
    private static String withShortFractions(String svg) {
        return LONG_FRACTION
                .matcher(svg)
                .replaceAll(
                        match ->
                                new BigDecimal(match.group())
                                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                                        .stripTrailingZeros()
                                        .toPlainString());
    }
}
