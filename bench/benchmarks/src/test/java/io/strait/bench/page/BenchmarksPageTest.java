package io.strait.bench.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/**
 * The committed page is what the committed results give, and its charts are there. Seen to fail
 * when a figure in the page, or in the results, is changed by hand.
 */
class BenchmarksPageTest {
    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Pattern PICTURE = Pattern.compile("(?:src|srcset)=\"([^\"]+)\"");

    private final Path data = DOCS.resolve(PageCommand.DATA_FOLDER);
    private final Path page = DOCS.resolve("BENCHMARKS.md");

    @Test
    void shouldMatchTheCommittedResults() throws IOException {
        String expected =
                BenchmarksPage.of(
                        Json.read(data.resolve("table.json"), TableResults.class),
                        Json.read(data.resolve("latency.json"), LatencyResults.class),
                        Json.read(data.resolve("scale.json"), ScaleResults.class));
        assertEquals(expected, Files.readString(page));
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
