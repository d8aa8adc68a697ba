package io.strait.api;

import static io.strait.api.ArgumentDurations.assertDurationRule;
import static io.strait.api.ArgumentRules.assertRangeRule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final int MAX_COUNT = 1 << 30;

    @Test
    void shouldHaveTheDocumentedDefaults() {
        Limits expected =
                new Limits(
                        1_000_000,
                        100_000,
                        65_536,
                        10_000,
                        10_000,
                        1_024,
                        10_000,
                        10_000,
                        10_000,
                        100_000,
                        10_000,
                        100_000,
                        Duration.ofDays(1));
        assertEquals(expected, Limits.DEFAULT);
        assertEquals(expected, Limits.builder().build());
    }

    @Test
    void shouldPassEachPartToItsPlace() {
        Limits limits =
                Limits.builder()
                        .maxTasks(1)
                        .maxFinishedTasks(2)
                        .maxPayloadBytes(3)
                        .maxTasksPerCommit(4)
                        .maxChains(5)
                        .blockHistoryPerChain(6)
                        .maxOperatorSetConfigs(7)
                        .maxAvsConfigs(8)
                        .maxPerformers(9)
                        .maxInflightTasks(10)
                        .maxDeployments(11)
                        .maxProcessedTasks(12)
                        .processedTaskRetention(Duration.ofNanos(13))
                        .build();
        assertEquals(
                new Limits(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, Duration.ofNanos(13)), limits);
    }

    @Test
    void shouldKeepCountsFromZeroOrOneToTwoToTheThirtieth() {
        assertRangeRule("maxTasks", 1, MAX_COUNT, v -> limits().maxTasks(v).build());
        assertRangeRule(
                "maxFinishedTasks", 0, MAX_COUNT, v -> limits().maxFinishedTasks(v).build());
        assertRangeRule("maxPayloadBytes", 0, MAX_COUNT, v -> limits().maxPayloadBytes(v).build());
        assertRangeRule(
                "maxTasksPerCommit", 0, MAX_COUNT, v -> limits().maxTasksPerCommit(v).build());
        assertRangeRule("maxChains", 1, MAX_COUNT, v -> limits().maxChains(v).build());
        assertRangeRule(
                "blockHistoryPerChain",
                1,
                MAX_COUNT,
                v -> limits().blockHistoryPerChain(v).build());
        assertRangeRule(
                "maxOperatorSetConfigs",
                1,
                MAX_COUNT,
                v -> limits().maxOperatorSetConfigs(v).build());
        assertRangeRule("maxAvsConfigs", 1, MAX_COUNT, v -> limits().maxAvsConfigs(v).build());
        assertRangeRule("maxPerformers", 1, MAX_COUNT, v -> limits().maxPerformers(v).build());
        assertRangeRule(
                "maxInflightTasks", 1, MAX_COUNT, v -> limits().maxInflightTasks(v).build());
        assertRangeRule("maxDeployments", 1, MAX_COUNT, v -> limits().maxDeployments(v).build());
        assertRangeRule(
                "maxProcessedTasks", 1, MAX_COUNT, v -> limits().maxProcessedTasks(v).build());
    }

    @Test
    void shouldKeepTheRetentionPositive() {
        assertDurationRule(
                "processedTaskRetention", v -> limits().processedTaskRetention(v).build());
    }

    @Test
    void shouldStartEachBuilderAnew() {
        LimitsBuilder first = Limits.builder().maxTasks(1);
        assertNotSame(first, Limits.builder());
        assertEquals(1_000_000, Limits.builder().build().maxTasks());
    }

    private static LimitsBuilder limits() {
        return Limits.builder();
    }
}
