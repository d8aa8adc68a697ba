package io.strait.bench.latency;

import static io.strait.bench.latency.LatencyPoints.point;
import static io.strait.bench.latency.LatencyPoints.results;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.WaitPreset;
import io.strait.bench.report.ResultsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyChartsTest {
    private static final long KEPT = 10_000;

    /** Of this, the points of the tests achieve less than 95 %. */
    private static final long NOT_KEPT = 10;

    @TempDir private Path folder;

    /** Seen to fail with all presets in one chart. */
    @Test
    void shouldDrawEverySubjectWithEveryPreset() throws IOException {
        List<LatencyPoint> points = new ArrayList<>();
        for (SubjectKind subject : SubjectKind.values()) {
            for (String preset : presetsOf(subject)) {
                points.add(point(subject.label(), preset, KEPT, 1_000));
                points.add(point(subject.label(), preset, 10 * KEPT, 2_000));
            }
        }
        LatencyResults all = results(points.toArray(LatencyPoint[]::new));

        LatencyCharts.write(ResultsFolder.at(folder), all);

        assertEquals(3 * WaitPreset.values().length * 2, drawn().size());
        String pictures = LatencyCharts.pictures("charts/", all);
        for (String name : drawn()) {
            assertTrue(pictures.contains("\"charts/" + name + "\""), name);
        }
    }

    /** Seen to fail when points are drawn that did not keep up. */
    @Test
    void shouldDrawNothingOfWhatDidNotKeepUp() throws IOException {
        LatencyPoint kept = point("sync", "BALANCED", KEPT, 1_000);
        LatencyPoint late = point("sync", "BALANCED", NOT_KEPT, 1_000_000_000);
        LatencyPoint never = point("sync", "LOWEST_CPU", NOT_KEPT, 1_000);
        assertTrue(kept.keepsUp());
        assertFalse(late.keepsUp());

        LatencyCharts.write(ResultsFolder.at(folder), results(kept));
        String withoutLate = Files.readString(folder.resolve("latency-p50-balanced-light.svg"));
        LatencyCharts.write(ResultsFolder.at(folder), results(late, kept, never));

        assertEquals(
                withoutLate, Files.readString(folder.resolve("latency-p50-balanced-light.svg")));
        assertFalse(drawn().toString().contains("lowest-cpu"), drawn().toString());
    }

    private static List<String> presetsOf(SubjectKind subject) {
        return subject.isFloor()
                ? List.of(LatencyPoint.NO_PRESET)
                : Stream.of(WaitPreset.values()).map(WaitPreset::name).toList();
    }

    private List<String> drawn() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
