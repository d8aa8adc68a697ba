package io.strait.bench.latency;

import static io.strait.bench.latency.LatencyPoints.point;
import static io.strait.bench.latency.LatencyPoints.results;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.strait.bench.report.Json;
import io.strait.bench.report.ResultsFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyFilesTest {
    private final LatencyResults results =
            results(point("bare-ring", "-", 10_000, 400), point("sync", "BALANCED", 10_000, 800));

    @TempDir private Path folder;

    @Test
    void shouldReadTheJsonThatItWrote() throws Exception {
        LatencyFiles.write(ResultsFolder.at(folder), results);

        assertEquals(results, Json.read(folder.resolve(LatencyFiles.JSON), LatencyResults.class));
        assertEquals(
                LatencySection.of(results),
                Files.readString(folder.resolve(LatencyFiles.MARKDOWN)));
    }

    @Test
    void shouldWriteARowPerPoint() throws Exception {
        LatencyFiles.write(ResultsFolder.at(folder), results);

        assertEquals(
                List.of(
                        "subject,preset,producers,saturating,offeredPerSecond,achievedPerSecond,"
                                + "callCount,cutOffCount,overflowCount,p50Ns,p90Ns,p99Ns,p999Ns,"
                                + "p9999Ns,maxNs,jvms,p50MinNs,p50MaxNs,p99MinNs,p99MaxNs",
                        "bare-ring,-,1,false,10000,9999,20000,0,0,100,200,400,800,1200,1600000,1,100,100,400,400",
                        "sync,BALANCED,1,false,10000,9999,20000,0,0,200,400,800,1600,2400,3200000,1,200,200,800,800"),
                Files.readAllLines(folder.resolve(LatencyFiles.CSV)));
    }

    /** The committed results may be older than the fields that came later. */
    @Test
    void shouldReadResultsWithoutTheFieldsThatCameLater() throws Exception {
        LatencyFiles.write(ResultsFolder.at(folder), results);
        Path file = folder.resolve(LatencyFiles.JSON);
        String old =
                Files.readString(file)
                        .replaceAll("(?s),\\s*\"jvms\".*?\\}", "}")
                        .replaceFirst("\"jvmsPerPoint\" : 1,\\s*", "")
                        .replaceFirst("\"failures\" : \\[ \\],\\s*", "");
        assertFalse(old.matches("(?s).*(jvms|MinNs|failures).*"), old);
        Files.writeString(file, old);

        assertEquals(results, Json.read(file, LatencyResults.class));
    }
}
