package io.strait.bench.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartThemeTest {
    private static final double TEXT_CONTRAST = 4.5;
    private static final double GRAPHICS_CONTRAST = 3;

    @Test
    void shouldMeasureContrastAsTheStandardDoes() {
        assertEquals(21, contrast(Color.WHITE, Color.BLACK), 0.001);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void shouldBeReadableOnItsPage(Theme theme) {
        assertTrue(contrast(theme.text(), theme.page()) >= TEXT_CONTRAST);
        for (Color series : theme.series()) {
            double contrast = contrast(series, theme.page());
            assertTrue(contrast >= GRAPHICS_CONTRAST, series + " has a contrast of " + contrast);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void shouldHaveAColourForEachSeries(Theme theme) {
        assertEquals(Theme.SERIES_COUNT, Arrays.stream(theme.series()).distinct().count());
    }

    /** WCAG 2.1, "contrast ratio". */
    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
