package io.strait.bench.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.bench.latency.LatencyPoint;
import io.strait.bench.latency.LatencyResults;
import io.strait.bench.report.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PageCommandTest {
    private static final Path COMMITTED = Path.of("..", "..", "docs");

    private final StringWriter errors = new StringWriter();

    @TempDir private Path folder;

    private Path results;
    private Path docs;
    private Path readme;

    @BeforeEach
    void copyTheCommittedFiles() throws IOException {
        results = Files.createDirectory(folder.resolve("results"));
        docs = Files.createDirectory(folder.resolve("docs"));
        Path data = Files.createDirectory(docs.resolve(PageCommand.DATA_FOLDER));
        for (String name :
                new String[] {
                    "table.json", "driven.json", "latency.json", "scale.json", "idle.json"
                }) {
            Files.copy(COMMITTED.resolve(PageCommand.DATA_FOLDER).resolve(name), results(name));
            Files.writeString(data.resolve(name), "old");
        }
        Files.writeString(data.resolve("table-other-rows-light.svg"), "old");
        Files.writeString(docs.resolve("BENCHMARKS.md"), "old");
        readme = folder.resolve("README.md");
        Files.copy(COMMITTED.resolveSibling("README.md"), readme);
    }

    @Test
    void shouldReplaceAllFiles() throws IOException {
        assertEquals(0, run(), errors::toString);
        for (Map.Entry<Path, String> file : contents().entrySet()) {
            assertNotEquals("old", file.getValue(), file.getKey().toString());
        }
    }

    /** Seen to fail when each file is written as soon as it is made. */
    @Test
    void shouldLeaveAllFilesAsTheyWereWhenOneCannotBeMade() throws IOException {
        LatencyResults latency = Json.read(results("latency.json"), LatencyResults.class);
        Json.write(results("latency.json"), withMoreSubjectsThanColours(latency));
        Map<Path, String> before = contents();

        assertNotEquals(0, run());

        assertTrue(errors.toString().contains("series="), errors::toString);
        assertEquals(before, contents());
    }

    private static LatencyResults withMoreSubjectsThanColours(LatencyResults latency) {
        LatencyPoint any =
                latency.points().stream()
                        .filter(point -> point.subject().equals("hand-off"))
                        .findFirst()
                        .orElseThrow();
        return new LatencyResults(
                latency.conditions(),
                latency.secondsPerPoint(),
                latency.jvmsPerPoint(),
                latency.failures(),
                IntStream.range(0, 20).mapToObj(i -> renamed(any, "subject-" + i)).toList());
    }

    private static LatencyPoint renamed(LatencyPoint point, String subject) {
        return new LatencyPoint(
                subject,
                point.preset(),
                point.producers(),
                point.saturating(),
                point.offeredPerSecond(),
                point.achievedPerSecond(),
                point.callCount(),
                point.cutOffCount(),
                point.overflowCount(),
                point.p50Ns(),
                point.p90Ns(),
                point.p99Ns(),
                point.p999Ns(),
                point.p9999Ns(),
                point.maxNs(),
                point.jvms(),
                point.p50MinNs(),
                point.p50MaxNs(),
                point.p99MinNs(),
                point.p99MaxNs());
    }

    private int run() {
        return new CommandLine(new PageCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(errors, true))
                .execute("--results=" + results, "--docs=" + docs, "--readme=" + readme);
    }

    private Path results(String name) {
        return results.resolve(name);
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.readString(file));
            }
        }
        return contents;
    }
}
