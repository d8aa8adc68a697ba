package io.strait.bench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.WaitPreset;
import io.strait.bench.harness.MeasurementException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each subject at rates that any machine manages. Counts only: never times. */
class LatencySweepTest {
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long TIMEOUT_NS = TimeUnit.MINUTES.toNanos(2);

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldCountEveryCallOfOneProducer(SubjectKind kind) throws Exception {
        assertCounts(request(kind, WaitPreset.BALANCED, 1));
    }

    @ParameterizedTest
    @EnumSource
    void shouldCountEveryCallOfTwoProducers(SubjectKind kind) throws Exception {
        assertCounts(request(kind, WaitPreset.BALANCED, 2));
    }

    @ParameterizedTest
    @EnumSource
    void shouldMeasureWithEachPreset(WaitPreset preset) throws Exception {
        assertCounts(request(SubjectKind.SYNC, preset, 1));
        assertCounts(request(SubjectKind.HAND_OFF, preset, 1));
    }

    private void assertCounts(SweepRequest request) throws Exception {
        List<LatencyPoint> told = new ArrayList<>();

        List<LatencyPoint> points = new Sweep(request, told::add).run();

        assertEquals(points, told);
        assertEquals(2, points.size());
        assertEquals(1_000, points.get(0).offeredPerSecond());
        assertEquals(100, points.get(0).callCount());
        assertTrue(points.get(1).saturating());
        for (LatencyPoint point : points) {
            double expectedCount = point.offeredPerSecond() * 0.1;
            assertEquals(expectedCount, point.callCount(), 2);
            assertEquals(request.subject().label(), point.subject());
            assertEquals(request.presetLabel(), point.preset());
            assertEquals(point.callCount(), logged(request, point).getTotalCount());
            assertEquals(point.p99Ns(), logged(request, point).getValueAtPercentile(99));
        }
    }

    private Histogram logged(SweepRequest request, LatencyPoint point) throws Exception {
        Path file = folder.resolve(HistogramLog.fileName(request, point));
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            return (Histogram) reader.nextIntervalHistogram();
        }
    }

    @Test
    void shouldMeasureInAnotherJvm() throws Exception {
        SweepRequest request = request(SubjectKind.SYNC, WaitPreset.LOWEST_CPU, 1);

        List<String> terminal = new CopyOnWriteArrayList<>();

        List<LatencyPoint> points = ForkedSweep.run(request, terminal::add);

        assertEquals(points.stream().map(ProgressLine::of).toList(), terminal);
        assertEquals(2, points.size());
        assertEquals(100, points.get(0).callCount());
        assertTrue(Files.exists(folder.resolve("sync-lowest-cpu-1p-1000-jvm1.hlog")));
    }

    @ParameterizedTest
    @CsvSource({
        "Failing, failed: its JVM ended with exit code 3",
        "Hanging, it took more than 1 s"
    })
    void shouldSayThatTheOtherJvmFailed(String kind, String reason) {
        SweepRequest request = request(SubjectKind.SYNC, WaitPreset.BALANCED, 2);
        String mainClass = getClass().getName() + "$" + kind;
        long timeoutNs = kind.equals("Hanging") ? TimeUnit.SECONDS.toNanos(1) : TIMEOUT_NS;

        var e =
                assertThrows(
                        MeasurementException.class,
                        () -> ForkedSweep.run(request, line -> {}, mainClass, timeoutNs));

        assertTrue(e.getMessage().contains("sync BALANCED, producers=2"), e.getMessage());
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    static final class Failing {
        public static void main(String[] args) {
            System.exit(3);
        }
    }

    static final class Hanging {
        public static void main(String[] args) throws InterruptedException {
            Thread.sleep(TimeUnit.NANOSECONDS.toMillis(TIMEOUT_NS));
        }
    }

    private SweepRequest request(SubjectKind kind, WaitPreset preset, int producers) {
        return new SweepRequest(
                kind, 1, preset, producers, List.of(1_000L), 100 * MS, 20 * MS, folder.toString());
    }
}
