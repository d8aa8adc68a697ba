package io.strait.bench.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.strait.bench.driven.DrivenResults;
import io.strait.bench.idle.IdleResults;
import io.strait.bench.latency.LatencyResults;
import io.strait.bench.report.Json;
import io.strait.bench.scale.ScaleResults;
import io.strait.bench.table.TableResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The committed page is what the committed results give, and shows charts that are there. Seen to
 * fail when a figure in the page, or in the results, is changed by hand.
 */
class BenchmarksPageTest {
    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Pattern PICTURE = Pattern.compile("(?:src|srcset)=\"([^\"]+)\"");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;

    private final Path data = DOCS.resolve(PageCommand.DATA_FOLDER);
    private final Path page = DOCS.resolve("BENCHMARKS.md");

    @Test
    void shouldMatchTheCommittedResults() throws IOException {
        String expected =
                BenchmarksPage.of(
                        Json.read(data.resolve("table.json"), TableResults.class),
                        Json.read(data.resolve("driven.json"), DrivenResults.class),
                        Json.read(data.resolve("latency.json"), LatencyResults.class),
                        Json.read(data.resolve("scale.json"), ScaleResults.class),
                        Json.read(data.resolve("idle.json"), IdleResults.class));
        assertEquals(expected, Files.readString(page));
    }

    /** What follows from the samples is computed when results are read; the file says the same. */
    @Test
    void shouldHaveResultsWhoseFiguresFollowFromTheirSamples() throws IOException {
        Path file = data.resolve("table.json");
        Path written = folder.resolve("table.json");
        Json.write(written, Json.read(file, TableResults.class));
        assertEquals(JSON.readTree(written.toFile()), JSON.readTree(file.toFile()));
    }

    @Test
    void shouldHaveTheSameTableInTheReadme() throws IOException {
        String readme = Files.readString(DOCS.resolveSibling("README.md"));
        TableResults table = Json.read(data.resolve("table.json"), TableResults.class);
        assertEquals(ReadmeTable.in(readme, table), readme);
    }

    @Test
    void shouldShowChartsThatExist() throws IOException {
        Matcher picture = PICTURE.matcher(Files.readString(page));
        int count = 0;
        while (picture.find()) {
            assertTrue(Files.exists(DOCS.resolve(picture.group(1))), picture::group);
            count++;
        }
        assertTrue(count > 0);
    }
}
