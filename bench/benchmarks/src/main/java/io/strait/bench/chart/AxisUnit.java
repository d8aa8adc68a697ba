package io.strait.bench.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** How numbers are written so that they read at a glance: {@code 10 k}, {@code 1.5 ms}. */
public enum AxisUnit {
    /** How many there are of something. */
    COUNT("", "k", "M", "G"),
    /** Time; the values are nanoseconds. */
    NANOSECONDS("ns", "us", "ms", "s"),
    /** Memory; the values are bytes, and a kB is 1,000 of them. */
    BYTES("B", "kB", "MB", "GB");

    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final BigDecimal STEP = BigDecimal.valueOf(1_000);

    /** The names of one, a thousand, a million and so on. */
    private final List<String> names;

    AxisUnit(String... names) {
        this.names = List.of(names);
    }

    /**
     * Writes a number, rounded to three digits.
     *
     * @param value the number
     * @return the number with its unit
     */
    public String format(double value) {
        BigDecimal number = new BigDecimal(value).round(THREE_DIGITS);
        int name = 0;
        while (number.abs().compareTo(STEP) >= 0 && name < names.size() - 1) {
            number = number.divide(STEP);
            name++;
        }
        String digits = number.stripTrailingZeros().toPlainString();
        return names.get(name).isEmpty() ? digits : digits + " " + names.get(name);
    }
}
