package io.strait.bench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.WaitPreset;
import io.strait.bench.harness.Failures;
import io.strait.bench.harness.MeasurementException;
import io.strait.bench.report.ResultsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several JVMs make one point, and one that fails costs no other. */
class LatencyRunTest {
    private static final long P99_NS = 400;

    private final Failures failures = new Failures();
    private final List<String> terminal = new ArrayList<>();
    private final List<Integer> savedCounts = new ArrayList<>();

    @TempDir private Path folder;

    private HistogramFolder histograms;
    private Path logs;

    @BeforeEach
    void startAfterAnEarlierRun() throws IOException {
        logs = Files.createDirectory(folder.resolve(HistogramFolder.NAME));
        Files.createFile(logs.resolve("earlier.hlog"));
        Files.createFile(logs.resolve("notes.txt"));
        histograms = new HistogramFolder(ResultsFolder.at(folder));
    }

    /** Seen to fail when the JVMs of a request follow each other, and with means for medians. */
    @Test
    void shouldGiveTheMedianAndTheRangeOverJvms() throws Exception {
        List<LatencyPoint> points =
                run(request -> List.of(point(request, P99_NS * request.jvm() * request.jvm())));

        assertEquals(2, points.size());
        assertEquals(List.of(1, 2, 2, 2, 2, 2), savedCounts);
        LatencyPoint point = points.get(0);
        assertEquals(3, point.jvms());
        assertEquals(new FloorRatio.Spread(1_600, 400, 3_600), point.p99());
        assertEquals(new FloorRatio.Spread(400, 100, 900), point.p50());
        assertEquals(4_000 * 3_600, point.maxNs());
        failures.throwIfAny();
    }

    /** Seen to fail when a failure ends the run. */
    @Test
    void shouldGoOnAfterAFailureAndTellOfIt() throws Exception {
        List<LatencyPoint> points =
                run(
                        request -> {
                            failIf(request.jvm() == 2);
                            return List.of(point(request, P99_NS * request.jvm()));
                        });

        assertEquals(2, points.size());
        assertEquals(2, points.get(0).jvms());
        // Of two JVMs, the middle between them.
        assertEquals(new FloorRatio.Spread(800, 400, 1_200), points.get(0).p99());
        assertEquals(List.of("killed", "killed"), terminal);
        assertThrows(MeasurementException.class, failures::throwIfAny);
    }

    /** Seen to fail when earlier logs are deleted at the start. */
    @Test
    void shouldLeaveAnEarlierRunsLogsWhenNothingIsMeasured() throws Exception {
        List<LatencyPoint> points =
                run(
                        request -> {
                            writeLog(request);
                            throw new MeasurementException("killed");
                        });

        assertEquals(List.of(), points);
        assertEquals(List.of("earlier.hlog", "notes.txt"), names());
    }

    @Test
    void shouldReplaceAnEarlierRunsLogsByThoseOfJvmsThatSucceeded() throws Exception {
        run(
                request -> {
                    writeLog(request);
                    failIf(request.jvm() == 2);
                    return List.of(point(request, P99_NS));
                });
        histograms.close();

        assertEquals(
                List.of(
                        "notes.txt",
                        "ping-pong-1.hlog",
                        "ping-pong-3.hlog",
                        "sync-1.hlog",
                        "sync-3.hlog"),
                names());
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(logs), all.toList());
        }
    }

    private List<LatencyPoint> run(LatencyRun.Jvm jvm) throws InterruptedException {
        return new LatencyRun(jvm, histograms, failures, terminal::add)
                .run(
                        List.of(request(SubjectKind.PING_PONG), request(SubjectKind.SYNC)),
                        3,
                        points -> savedCounts.add(points.size()));
    }

    private static SweepRequest request(SubjectKind kind) {
        return new SweepRequest(kind, 1, WaitPreset.BALANCED, 1, List.of(1_000L), 1, 1, "unused");
    }

    private static LatencyPoint point(SweepRequest request, long p99Ns) {
        return LatencyPoints.point(request.subject().label(), request.presetLabel(), 1_000, p99Ns);
    }

    private static void failIf(boolean failing) {
        if (failing) {
            throw new MeasurementException("killed");
        }
    }

    private void writeLog(SweepRequest request) {
        String name = request.subject().label() + "-" + request.jvm() + ".hlog";
        ResultsFolder.at(histograms.incoming()).writeText(name, "log");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(logs)) {
            List<String> names = all.map(Path::getFileName).map(Path::toString).sorted().toList();
            assertTrue(names.contains("notes.txt"));
            return names;
        }
    }
}
