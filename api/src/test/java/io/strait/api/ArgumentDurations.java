package io.strait.api;

import static io.strait.api.ArgumentRules.assertNotNullRule;
import static io.strait.api.ArgumentRules.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.time.Duration;
import java.util.function.Consumer;

/** The rule for durations, tried at its edges. */
public final class ArgumentDurations {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
    private static final String RULE = " must be positive and at most 2^63-1 nanoseconds";

    private ArgumentDurations() {}

    /** The argument is positive, and can be counted in nanoseconds. */
    public static void assertDurationRule(String name, Consumer<Duration> call) {
        assertNotNullRule(name, call);
        assertRefused(name + "=PT0S" + RULE, () -> call.accept(Duration.ZERO));
        assertRefused(name + "=PT-0.000000001S" + RULE, () -> call.accept(Duration.ofNanos(-1)));
        Duration tooLong = LONGEST.plusNanos(1);
        assertRefused(name + "=" + tooLong + RULE, () -> call.accept(tooLong));
        assertDoesNotThrow(() -> call.accept(Duration.ofNanos(1)));
        assertDoesNotThrow(() -> call.accept(LONGEST));
    }
}
