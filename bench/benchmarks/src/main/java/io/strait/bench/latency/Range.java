package io.strait.bench.latency;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an option's values must lie in.
 *
 * @param option the option's name
 * @param values its values
 * @param min the least one allowed
 * @param max the greatest one allowed
 */
record Range(String option, List<? extends Number> values, long min, long max) {
    static Optional<String> firstMistake(Range... ranges) {
        return Arrays.stream(ranges).map(Range::mistake).filter(Objects::nonNull).findFirst();
    }

    private String mistake() {
        for (Number value : values) {
            if (value.longValue() < min || value.longValue() > max) {
                return "%s=%d must be %,d to %,d".formatted(option, value.longValue(), min, max);
            }
        }
        return null;
    }
}
