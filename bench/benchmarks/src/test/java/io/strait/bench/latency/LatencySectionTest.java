package io.strait.bench.latency;

import static io.strait.bench.latency.LatencyPoints.point;
import static io.strait.bench.latency.LatencyPoints.results;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatencySectionTest {
    private final LatencyPoint floor = point("ping-pong", "-", 10_000, 400);
    private final LatencyPoint sync = point("sync", "BALANCED", 10_000, 1_000);

    @Test
    void shouldShowOneUnitAndTheRatioToTheFloor() {
        String section = LatencySection.of(results(floor, sync));

        assertEquals(
                List.of(
                        "sync",
                        "BALANCED",
                        "1",
                        "10,000",
                        "9,999",
                        "0.25",
                        "0.50",
                        "1.00",
                        "2.00",
                        "3.00",
                        "4,000",
                        "2.50x"),
                cells(section, "sync"));
        assertEquals(12, cells(section, "ping-pong").size());
    }

    @Test
    void shouldShowNoRatioToAFloorAtAnotherLoad() {
        LatencyPoint other = point("sync", "BALANCED", 20_000, 1_000);

        String section = LatencySection.of(results(floor, other));

        assertEquals("", cells(section, "sync").get(11));
    }

    @Test
    void shouldShowNoRatioWhereOneDidNotKeepUp() {
        LatencyPoint late = point("sync", "BALANCED", 10, 1_000);

        String section = LatencySection.of(results(point("ping-pong", "-", 10, 400), late));

        assertEquals("9", cells(section, "sync").get(4));
        assertEquals("", cells(section, "sync").get(11));
    }

    @Test
    void shouldShowCutOffAndOverflowOnlyWhenThereAreAny() {
        LatencyPoint late = point("sync", "BALANCED", 10_000, 1_000, 1_234, 5);

        String section = LatencySection.of(results(floor, late));

        assertEquals(List.of("1,234", "5"), cells(section, "sync").subList(12, 14));
        assertTrue(section.contains("- \"cut off\""));
        assertTrue(section.contains("- \"overflow\""));
        String without = LatencySection.of(results(floor, sync));
        assertFalse(without.contains("cut off"));
        assertFalse(without.contains("overflow"));
    }

    private static List<String> cells(String section, String subject) {
        String row =
                section.lines()
                        .filter(line -> line.startsWith("| " + subject + " "))
                        .findFirst()
                        .orElseThrow();
        return List.of(row.substring(1, row.length() - 1).split("\\|")).stream()
                .map(String::strip)
                .toList();
    }
}
