package io.strait.bench.chart;

import java.awt.Color;
import java.util.Arrays;

/**
 * The colours for one kind of page. The background is left to the page. Text has a contrast of at
 * least 4.5 to it, and lines and bars have 3 (WCAG 2.1, 1.4.3 and 1.4.11); the first series' hues
 * are those of Okabe and Ito, which colour-blind readers can tell apart, made darker or lighter to
 * get there.
 */
enum Theme {
    /** For white pages. */
    LIGHT(
            0xffffff,
            0x1f2328,
            0xe4e8ec,
            new int[] {
                0x0072b2, 0xd55e00, 0x007a5a, 0xa8467f, 0x222222, 0x9a6b00, 0x2a8bbf, 0x6a3d9a,
                0xb00020, 0x7b4f2b, 0x808080, 0x4b6f00
            }),
    /** For pages that are nearly black. */
    DARK(
            0x0d1117,
            0xe6edf3,
            0x262c33,
            new int[] {
                0x56b4e9, 0xff8c42, 0x2fc49a, 0xe08ab8, 0xf0f0f0, 0xe6b800, 0x4d86e0, 0xb39ddb,
                0xff6b81, 0xc49a6c, 0x9aa0a6, 0xb5d34a
            });

    /** How many series can be told apart. */
    static final int SERIES_COUNT = 12;

    private final Color page;
    private final Color text;
    private final Color grid;
    private final Color[] series;

    Theme(int page, int text, int grid, int[] series) {
        this.page = new Color(page);
        this.text = new Color(text);
        this.grid = new Color(grid);
        this.series = Arrays.stream(series).mapToObj(Color::new).toArray(Color[]::new);
    }

    static void checkSeriesCount(int count) {
        if (count < 1 || count > SERIES_COUNT) {
            throw new IllegalArgumentException(
                    "series=" + count + " must be from 1 to " + SERIES_COUNT);
        }
    }

    /** What the page is assumed to be painted with; the chart does not paint it. */
    Color page() {
        return page;
    }

    Color text() {
        return text;
    }

    Color grid() {
        return grid;
    }

    Color[] series() {
        return series.clone();
    }

    /** How the file names of this theme's charts end. */
    String fileSuffix() {
        return switch (this) {
            case LIGHT -> "-light.svg";
            case DARK -> "-dark.svg";
        };
    }
}
