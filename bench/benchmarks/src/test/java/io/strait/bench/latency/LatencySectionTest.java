package io.strait.bench.latency;

import static io.strait.bench.latency.LatencyPoints.ofTwoJvms;
import static io.strait.bench.latency.LatencyPoints.point;
import static io.strait.bench.latency.LatencyPoints.results;
import static io.strait.bench.latency.LatencyPoints.resultsWithCores;
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
                        "2.50x",
                        "–"),
                cells(section, "sync"));
        assertEquals(13, cells(section, "ping-pong").size());
    }

    @Test
    void shouldShowRangesOverJvms() {
        String section = LatencySection.of(results(ofTwoJvms(floor, 0.2), ofTwoJvms(sync, 0.1)));

        // A p50 of 225 to 275 ns over a floor of 80 to 120 ns.
        assertEquals(
                List.of("0.25", "0.23–0.28", "0.50", "1.00", "0.90–1.10"),
                cells(section, "sync").subList(5, 10));
        assertEquals(
                List.of("2.50x (1.88–3.44)", "2.50x (1.88–3.44)"),
                cells(section, "sync").subList(13, 15));
    }

    /** Seen to fail when a ratio is shown whatever the floor's range. */
    @Test
    void shouldShowNoRatioWithinTheFloorsOwnRange() {
        LatencyPoint close = point("sync", "BALANCED", 10_000, 500);

        String section = LatencySection.of(results(ofTwoJvms(floor, 0.5), ofTwoJvms(close, 0)));

        assertEquals(List.of("–", "–"), cells(section, "sync").subList(13, 15));
    }

    /** Seen to fail without the check of the cores. */
    @Test
    void shouldShowNoRatioWhereThreadsShareACore() {
        String section =
                LatencySection.of(resultsWithCores(1, ofTwoJvms(floor, 0.1), ofTwoJvms(sync, 0.1)));

        assertEquals(List.of("", ""), cells(section, "sync").subList(13, 15));
    }

    /** Seen to fail when round trips are held against their floor a second time. */
    @Test
    void shouldHoldHandOffsAgainstARoundTripToo() {
        LatencyPoint ring = point("bare-ring", "-", 10_000, 800);
        LatencyPoint handOff = point("hand-off", "BALANCED", 10_000, 1_600);

        String section = LatencySection.of(results(floor, ring, sync, handOff));

        assertEquals(List.of("2.00x", "–", "4.00x"), cells(section, "hand-off").subList(11, 14));
        assertEquals(List.of("2.50x", "–", ""), cells(section, "sync").subList(11, 14));
        assertTrue(section.contains("- \"p50 to ping-pong\""));
        assertFalse(LatencySection.of(results(floor, sync)).contains("p50 to ping-pong"));
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

        assertEquals(List.of("1,234", "5"), cells(section, "sync").subList(13, 15));
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
