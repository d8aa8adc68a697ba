package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.strait.api.WaitPreset;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Spinning threads starve nobody where they outnumber the cores, or virtual threads their carriers.
 * Seen to fail when the writer spins without yielding (there were 49 updates a second on one core,
 * and none on one carrier), and when one processor is not looked for.
 */
class FewCoresTest {
    private static final int UPDATES = 10_000;
    private static final long LIMIT_SECONDS = 30;

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(WaitPreset.class)
    void shouldSleepWhereThereIsOneProcessor(WaitPreset preset) throws Exception {
        assertEquals(
                List.of("LOWEST_CPU", String.valueOf(2 * UPDATES)),
                run(List.of(), List.of("-XX:ActiveProcessorCount=1"), preset.name()));
    }

    /** The JVM is told of two, and given one. */
    @ParameterizedTest
    @EnumSource(WaitPreset.class)
    void shouldNotStarveOnOneCoreThatItDoesNotKnowOf(WaitPreset preset) throws Exception {
        assumeTrue(hasTaskset(), "no taskset");
        assertEquals(
                List.of(preset.name(), String.valueOf(2 * UPDATES)),
                run(
                        List.of("taskset", "-c", "0"),
                        List.of("-XX:ActiveProcessorCount=2"),
                        preset.name()));
    }

    @ParameterizedTest
    @EnumSource(WaitPreset.class)
    void shouldNotStarveOnOneCarrier(WaitPreset preset) throws Exception {
        assumeTrue(Runtime.version().feature() >= 21, "no virtual threads");
        WaitPreset used = preset == WaitPreset.LOWEST_LATENCY ? WaitPreset.BALANCED : preset;
        assertEquals(
                List.of(used.name(), String.valueOf(2 * UPDATES)),
                run(
                        List.of(),
                        List.of(
                                "-XX:ActiveProcessorCount=2",
                                "-Djdk.virtualThreadScheduler.parallelism=1",
                                "-Djdk.virtualThreadScheduler.maxPoolSize=1"),
                        preset.name(),
                        "virtual"));
    }

    @Test
    void shouldWaitAsConfiguredWhereThereAreMore() {
        for (WaitPreset preset : WaitPreset.values()) {
            assertEquals(preset, EngineParts.waitPreset(preset, 2));
        }
    }

    private List<String> run(
            List<String> prefix, List<String> options, String preset, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(FewCoresMain.class.getName(), preset, String.valueOf(UPDATES)));
        command.addAll(Arrays.asList(more));
        File output = folder.resolve("output").toFile();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output)
                        .start();
        try {
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            String printed = Files.readString(output.toPath(), StandardCharsets.UTF_8);
            assertTrue(ended, () -> "starved; printed " + printed);
            return printed.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean hasTaskset() {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, "taskset").canExecute());
    }
}
