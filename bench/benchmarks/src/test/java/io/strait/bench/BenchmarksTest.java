package io.strait.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.strait.bench.harness.Failures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What a user gets wrong is told in a clear message, with an exit code that is not zero. */
class BenchmarksTest {
    private final StringWriter errors = new StringWriter();

    @TempDir private Path folder;

    @Test
    void shouldRefuseAnUnknownOption() {
        assertRefused("Unknown option: '--fulll'", "table", "--fulll");
    }

    @Test
    void shouldRefuseRowsThatAreNotThere() {
        assertRefused("--rows=tabel matches none of the rows", "table", "--rows=tabel");
        assertRefused("--rows", "table", "--rows=(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "latency", "scale"})
    void shouldRefuseAFolderThatIsAFile(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertRefused("cannot write into the results folder " + file, command, "--results=" + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "latency", "scale"})
    void shouldRefuseAFolderWithoutPermissionToWrite(String command) throws IOException {
        Path closed =
                Files.createDirectory(
                        folder.resolve("closed"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("r-xr-xr-x")));
        assumeFalse(Files.isWritable(closed), "run by root, who may write anywhere");
        assertRefused(
                "cannot write into the results folder " + closed, command, "--results=" + closed);
    }

    /** The one place that tells users of failures knows each type that commands end with. */
    @Test
    void shouldTellInALineThatSomethingWasNotMeasured() {
        Failures failures = new Failures();
        failures.add("the heap at 1000 tasks failed");
        CommandLine commands =
                Benchmarks.commandLine()
                        .addSubcommand("failing", new Failing(failures))
                        .setErr(new PrintWriter(errors, true));
        assertEquals(CommandLine.ExitCode.SOFTWARE, commands.execute("failing"));
        assertEquals(
                "benchmarks.jar: not all was measured: the heap at 1000 tasks failed",
                errors.toString().strip());
    }

    @ParameterizedTest
    @CsvSource({
        "--nonsense, is not a recognized option",
        "NoSuchBenchmark, No matching benchmarks"
    })
    void shouldEndAsJmhDoesWithItsArguments(String argument, String message) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djmh.ignoreLock=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Benchmarks.class.getName(),
                                argument)
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), output);
        assertTrue(output.contains(message), output);
    }

    @Test
    void shouldRefuseAnUnknownPreset() {
        assertRefused("--preset", "table", "--preset=FASTEST");
    }

    @Test
    void shouldTellHowToBeUsed() {
        assertEquals(0, Benchmarks.commandLine().execute("--help"));
    }

    private void assertRefused(String message, String... args) {
        CommandLine commands = Benchmarks.commandLine().setErr(new PrintWriter(errors, true));
        int exitCode = commands.execute(args);
        assertTrue(exitCode != 0);
        assertTrue(errors.toString().contains(message), errors::toString);
    }

    @Command
    private static final class Failing implements Runnable {
        private final Failures failures;

        Failing(Failures failures) {
            this.failures = failures;
        }

        @Override
        public void run() {
            failures.throwIfAny();
        }
    }
}
