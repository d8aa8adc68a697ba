package io.strait.bench.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.strait.bench.latency.LatencyCharts;
import io.strait.bench.latency.LatencyResults;
import io.strait.bench.report.Json;
import io.strait.bench.report.ResultsFolder;
import io.strait.bench.scale.ScaleCharts;
import io.strait.bench.scale.ScaleResults;
import io.strait.bench.table.TableCharts;
import io.strait.bench.table.TableResults;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The committed charts are those that the committed results give. Seen to fail when a coordinate,
 * or a bar's value, is changed in one of the files, when one is deleted, and when there is one too
 * many.
 */
class CommittedChartsTest {
    private static final Path COMMITTED =
            Path.of("..", "..", "docs").resolve(PageCommand.DATA_FOLDER);

    /** Of the probe, in the font that the committed charts were drawn with: DejaVu Sans. */
    private static final double PROBE_WIDTH_PX = 218.23;

    private static final String PROBE = "Sphinx of black quartz, 0123456789";

    @TempDir private Path drawn;

    @BeforeEach
    void draw() throws IOException {
        ResultsFolder folder = ResultsFolder.at(drawn);
        TableCharts.write(folder, read("table.json", TableResults.class));
        LatencyCharts.write(folder, read("latency.json", LatencyResults.class));
        ScaleCharts.write(folder, read("scale.json", ScaleResults.class));
    }

    @Test
    void shouldBeThoseThatThePageCommandWrites() throws IOException {
        assertEquals(charts(drawn), charts(COMMITTED));
    }

    @Test
    void shouldBeDrawnFromTheCommittedResults() throws IOException {
        assumeTrue(hasTheFont(), "letters are outlines, and this machine's are others");
        for (String name : charts(drawn)) {
            String expected = Files.readString(drawn.resolve(name));
            assertEquals(expected, Files.readString(COMMITTED.resolve(name)), name);
        }
    }

    private static boolean hasTheFont() {
        double widthPx =
                new Font(Font.SANS_SERIF, Font.PLAIN, 12)
                        .getStringBounds(PROBE, new FontRenderContext(null, true, true))
                        .getWidth();
        return Math.abs(widthPx - PROBE_WIDTH_PX) < 0.01;
    }

    private static List<String> charts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".svg"))
                    .sorted()
                    .toList();
        }
    }

    private static <T> T read(String name, Class<T> type) throws IOException {
        return Json.read(COMMITTED.resolve(name), type);
    }
}
