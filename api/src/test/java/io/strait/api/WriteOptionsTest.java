package io.strait.api;

import static io.strait.api.ArgumentDurations.assertDurationRule;
import static io.strait.api.ArgumentRules.assertNotNullRule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WriteOptionsTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    @Test
    void shouldWaitFiveSecondsForRoomByDefault() {
        assertEquals(new WriteOptions(FIVE_SECONDS, BackPressure.WAIT), WriteOptions.DEFAULT);
    }

    @Test
    void shouldChangeOnePartAlone() {
        assertEquals(
                new WriteOptions(Duration.ofMillis(1), BackPressure.WAIT),
                WriteOptions.DEFAULT.withTimeout(Duration.ofMillis(1)));
        assertEquals(
                new WriteOptions(FIVE_SECONDS, BackPressure.FAIL),
                WriteOptions.DEFAULT.withBackPressure(BackPressure.FAIL));
        assertEquals(new WriteOptions(FIVE_SECONDS, BackPressure.WAIT), WriteOptions.DEFAULT);
    }

    @Test
    void shouldRejectBadParts() {
        assertDurationRule("timeout", v -> new WriteOptions(v, BackPressure.WAIT));
        assertDurationRule("timeout", WriteOptions.DEFAULT::withTimeout);
        assertNotNullRule("backPressure", (BackPressure v) -> new WriteOptions(FIVE_SECONDS, v));
        assertNotNullRule("backPressure", WriteOptions.DEFAULT::withBackPressure);
    }
}
