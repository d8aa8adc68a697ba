package io.strait.consumer;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the application in {@code src/it/consumer}, which depends on {@code strait-engine} alone and
 * which the build has compiled against the packaged jars, as a user would: with no JVM flag, and
 * with nothing on the console that it did not print itself.
 */
class ConsumerIT {
    private static final String OWN_OUTPUT = "strait-consumer ok" + System.lineSeparator();
    private static final String DENY_UNSAFE = "--sun-misc-unsafe-memory-access=deny";
    private static final long TIMEOUT_SECONDS = 60;

    private static final Path TARGET = Path.of(System.getProperty("strait.consumer.target"));
    private static final Path CLASSES = TARGET.resolve("classes");
    private static final Path JARS = TARGET.resolve("lib");

    private static final List<String> FROM_CLASS_PATH =
            List.of(
                    "-cp",
                    CLASSES + File.pathSeparator + JARS.resolve("*"),
                    "io.strait.consumer.Main");
    private static final List<String> FROM_MODULE_PATH =
            List.of(
                    "-p",
                    CLASSES + File.pathSeparator + JARS,
                    "-m",
                    "io.strait.consumer/io.strait.consumer.Main");

    @TempDir Path console;

    @BeforeEach
    void requireConsumer() {
        assumeFalse(Boolean.getBoolean("strait.consumer.skip"), "consumer.skip=true");
        assertTrue(Files.isDirectory(JARS), () -> "not built: " + JARS);
    }

    @Test
    void shouldRunFromClassPath() throws Exception {
        assertPrintsOnlyItsOwn(Jdk.current(), List.of(), FROM_CLASS_PATH);
    }

    @Test
    void shouldRunFromModulePath() throws Exception {
        assertPrintsOnlyItsOwn(Jdk.current(), List.of(), FROM_MODULE_PATH);
    }

    @Test
    void shouldRunFromClassPathWithUnsafeDenied() throws Exception {
        assertPrintsOnlyItsOwn(jdk25(), List.of(DENY_UNSAFE), FROM_CLASS_PATH);
    }

    @Test
    void shouldRunFromModulePathWithUnsafeDenied() throws Exception {
        assertPrintsOnlyItsOwn(jdk25(), List.of(DENY_UNSAFE), FROM_MODULE_PATH);
    }

    private static Jdk jdk25() {
        Optional<Jdk> jdk = Jdk.atLeast(25);
        assumeTrue(jdk.isPresent(), "no JDK 25 or later: set JAVA_25_HOME");
        return jdk.get();
    }

    private void assertPrintsOnlyItsOwn(Jdk jdk, List<String> flags, List<String> program)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(jdk.launcher().toString());
        command.addAll(flags);
        command.addAll(program);
        Path out = console.resolve("out");
        Path err = console.resolve("err");

        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        // The launcher would add these flags, and say so on the console.
        builder.environment()
                .keySet()
                .removeAll(
                        List.of(
                                "JAVA_TOOL_OPTIONS",
                                "JDK_JAVA_OPTIONS",
                                "_JAVA_OPTIONS",
                                "CLASSPATH"));
        Process process = builder.start();
        boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();

        String ran = String.join(" ", command);
        assertAll(
                ran,
                () -> assertTrue(ended, "still running after " + TIMEOUT_SECONDS + " s"),
                () -> assertEquals("", Files.readString(err), "stderr"),
                () -> assertEquals(OWN_OUTPUT, Files.readString(out), "stdout"),
                () -> assertEquals(0, process.waitFor(), "exit code"));
    }
}
