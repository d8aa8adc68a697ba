package io.strait.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.bench.report.Conditions;
import io.strait.bench.report.Csv;
import io.strait.bench.report.Json;
import io.strait.bench.report.ResultsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleResultsTest {
    private static final Conditions CONDITIONS =
            new Conditions(
                    "scale",
                    "2024-02-29",
                    "abc",
                    "a processor",
                    2,
                    4_096,
                    "an OS",
                    "17",
                    List.of());

    @TempDir private Path directory;

    @Test
    void shouldSurviveJson() throws IOException {
        ScaleResults results = results(1_000, 10_000);
        Path file = directory.resolve("scale.json");
        Json.write(file, results);
        assertEquals(results, Json.read(file, ScaleResults.class));
    }

    @Test
    void shouldWriteALineOfCsvForEachFigure() {
        ScaleResults results = results(1_000, 10_000);
        List<String> lines = Csv.of(ScalePoint.class, results.points()).lines().toList();
        assertEquals("measurement,tasks,value,error", lines.get(0));
        assertEquals("STORE_HEAP,1000,1000.0,10.0", lines.get(1));
        assertEquals(1 + results.points().size(), lines.size());
    }

    @Test
    void shouldTellFiguresAndGrowth() {
        String section = ScaleSection.of(results(1_000, 10_000), "charts/");
        assertTrue(section.contains("| 1,000 ± 10.0 | 2,000 ± 10.0 |"), section);
        assertTrue(section.contains("|      × 2.00 |"), section);
        // A batch of 16 took 1,000 ns: 62.5 ns for each write.
        assertTrue(section.contains("| batch of 16 writes, a write (ns) "), section);
        assertTrue(section.contains("62.5 ± 0.63"), section);
        assertTrue(section.contains("Not measured at 10 M tasks"), section);
        assertTrue(section.contains("charts/scale-heap-dark.svg"), section);
        assertFalse(section.contains("%d") || section.contains("%%"), section);
    }

    @Test
    void shouldTellOfOneSizeWithoutGrowth() {
        assertFalse(ScaleSection.tables(results(1_000)).contains("Growth"));
    }

    @Test
    void shouldDrawWhatItTellsOf() {
        ScaleResults results = results(1_000, 10_000, 100_000);
        ScaleCharts.write(ResultsFolder.at(directory), results);
        for (String name : List.of("scale-heap", "scale-reads", "scale-writes")) {
            assertTrue(Files.exists(directory.resolve(name + "-light.svg")));
            assertTrue(Files.exists(directory.resolve(name + "-dark.svg")));
            assertTrue(ScaleSection.of(results, "").contains("src=\"" + name + "-light.svg\""));
        }
    }

    /** Each figure is 1,000 at the first size, 2,000 at the second and so on. */
    private static ScaleResults results(int... tasks) {
        List<ScaleSize> sizes = new ArrayList<>();
        List<ScalePoint> points = new ArrayList<>();
        for (int each : tasks) {
            sizes.add(ScaleSize.of(each));
            for (ScaleMeasurement measurement : ScaleMeasurement.values()) {
                points.add(new ScalePoint(measurement, each, 1_000 * sizes.size(), 10));
            }
        }
        return new ScaleResults(
                CONDITIONS, ScaleLength.QUICK, sizes, List.of(ScaleSize.of(10_000_000)), points);
    }
}
