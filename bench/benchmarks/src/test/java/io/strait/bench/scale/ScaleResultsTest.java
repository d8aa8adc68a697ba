package io.strait.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.util.Optional;
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
        assertTrue(section.contains("| × 2.00 (1.97–2.03) |"), section);
        // A batch of 16 took 1,000 ns: 62.5 ns for each write.
        assertTrue(section.contains("| batch of 16 writes, a write (ns) "), section);
        assertTrue(section.contains("62.5 ± 0.63"), section);
        assertTrue(section.contains("Measured by the **quick** run"), section);
        assertTrue(section.contains("Not measured at 10 M tasks"), section);
        assertTrue(section.contains("charts/scale-heap-dark.svg"), section);
        assertFalse(section.contains("%d") || section.contains("%%"), section);
    }

    /** Seen to fail when a missing figure is left out of its row. */
    @Test
    void shouldTellWhatIsMissingAndWhy() {
        ScaleResults all = results(1_000, 10_000);
        ScaleResults some =
                new ScaleResults(
                        CONDITIONS,
                        ScaleLength.FULL,
                        all.sizes(),
                        List.of(),
                        ScaleResults.MEDIAN,
                        all.points().subList(0, 2),
                        List.of("the heap at 10000 tasks failed"));
        String section = ScaleSection.of(some, "");
        assertTrue(section.contains("| 1,000 ± 10.0 |    – |"), section);
        assertTrue(section.contains("Not measured: the heap at 10000 tasks failed"), section);
        assertTrue(section.contains("Measured by the **full** run"), section);
        ScaleCharts.write(ResultsFolder.at(directory), some);
        assertTrue(Files.exists(directory.resolve("scale-heap-light.svg")));
        assertFalse(section.contains("scale-reads"), section);
    }

    /** The committed results may be older than the fields that came later. */
    @Test
    void shouldReadResultsWithoutTheFieldsThatCameLater() throws IOException {
        Path file = directory.resolve("scale.json");
        Json.write(file, results(1_000));
        String old =
                Files.readString(file)
                        .replaceFirst("\"timeOfJvm\" : \"median\",\\s*", "")
                        .replaceFirst("\"label\" : \"quick\",\\s*", "")
                        .replaceFirst("\"writeWarmupIterations\" : 8,\\s*", "")
                        .replaceFirst(",\\s*\"failures\" : \\[ \\]", "");
        assertFalse(old.matches("(?s).*(timeOfJvm|label|writeWarmup|failures).*"), old);
        Files.writeString(file, old);
        ScaleResults read = Json.read(file, ScaleResults.class);
        assertEquals("quick", read.length().label());
        assertEquals(4, read.length().writeWarmupIterations());
        assertEquals(List.of(), read.failures());
        assertTrue(ScaleSection.of(read, "").contains("is the mean of its iterations"));
        assertEquals(10.0, read.points().get(0).error());
        assertNull(read.point(ScaleMeasurement.WRITE, 1_000).orElseThrow().error());
    }

    /** The figures that were once published as growth by 12.04 and by 0.11. */
    @Test
    void shouldNotTakeNoiseForGrowth() {
        ScalePoint before = new ScalePoint(ScaleMeasurement.WRITE, 10_000, 13_579, 16_768.0);
        ScalePoint noisy = new ScalePoint(ScaleMeasurement.WRITE, 100_000, 163_465, 193_726.0);
        ScalePoint after = new ScalePoint(ScaleMeasurement.WRITE, 1_000_000, 18_775, 3_912.0);
        assertEquals(Optional.empty(), Growth.of(before, noisy));
        assertEquals(Optional.empty(), Growth.of(noisy, after));
        ScalePoint nothing = new ScalePoint(ScaleMeasurement.WRITE, 1_000, 0, 0.0);
        assertEquals(Optional.empty(), Growth.of(nothing, nothing));
        assertEquals(Optional.empty(), Growth.of(after, after.withoutError()));
        assertEquals(Optional.empty(), Growth.of(after.withoutError(), after));
    }

    @Test
    void shouldCarryErrorsIntoTheFactor() {
        ScalePoint from = new ScalePoint(ScaleMeasurement.WRITE, 1_000, 100, 20.0);
        ScalePoint to = new ScalePoint(ScaleMeasurement.WRITE, 10_000, 200, 40.0);
        Growth growth = Growth.of(from, to).orElseThrow();
        assertEquals(2, growth.factor());
        assertEquals(160.0 / 120, growth.least());
        assertEquals(240.0 / 80, growth.greatest());
    }

    /** Seen to fail when one JVM is given an error of 0. */
    @Test
    void shouldKnowAnErrorOnlyOverJvms() {
        ScalePoint one = ScalePoint.ofJvms(ScaleMeasurement.WRITE, 1_000, new double[] {7});
        assertEquals(7, one.value());
        assertNull(one.error());
        ScalePoint three = ScalePoint.ofJvms(ScaleMeasurement.WRITE, 1_000, new double[] {6, 7, 8});
        assertEquals(7, three.value(), 1e-9);
        // Student's t for 99 % and two degrees of freedom is 9.925.
        assertEquals(9.925 / Math.sqrt(3), three.error(), 1e-3);
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
                points.add(new ScalePoint(measurement, each, 1_000 * sizes.size(), 10.0));
            }
        }
        return new ScaleResults(
                CONDITIONS,
                ScaleLength.QUICK,
                sizes,
                List.of(ScaleSize.of(10_000_000)),
                ScaleResults.MEDIAN,
                points,
                List.of());
    }
}
