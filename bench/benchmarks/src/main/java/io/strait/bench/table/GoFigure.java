package io.strait.bench.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * A figure of the Go benchmark: what its own harness prints for one operation.
 *
 * @param ns nanoseconds
 * @param bytes bytes allocated; null where it is not known
 * @param allocations how many objects these are; null where it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GoFigure(double ns, Integer bytes, Integer allocations) {
    /** A figure of which all is known. */
    static GoFigure of(double ns, int bytes, int allocations) {
        return new GoFigure(ns, bytes, allocations);
    }

    /** As it was published, with all its digits. */
    String text() {
        StringBuilder text = new StringBuilder(number(ns)).append(" ns");
        if (bytes != null) {
            text.append(", ").append(number(bytes)).append(" B");
        }
        if (allocations != null) {
            text.append(", ").append(number(allocations));
            text.append(allocations == 1 ? " alloc" : " allocs");
        }
        return text.toString();
    }

    private static String number(double value) {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }
}
