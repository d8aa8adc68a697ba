package io.strait.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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

    @Test
    void shouldRefuseAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertRefused("cannot write into the results folder " + file, "table", "--results=" + file);
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
}
