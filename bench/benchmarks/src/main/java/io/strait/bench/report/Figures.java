package io.strait.bench.report;

import java.util.Locale;

/** Figures as text, with as many digits as mean something. */
public final class Figures {
    private Figures() {}

    /** A figure to a thousandth: more digits would be noise in the results' file. */
    public static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    /** Three significant digits, and whole from 100 on, with thousands set apart. */
    public static String of(double value) {
        double size = Math.abs(value);
        if (size < 0.0005) {
            return "0";
        }
        String format =
                size >= 99.95 ? "%,.0f" : size >= 9.995 ? "%.1f" : size >= 0.0995 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
