package io.strait.bench.latency;

import io.strait.bench.harness.MeasurementException;
import io.strait.bench.report.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Measures one subject in a JVM of its own, with this one's flags, while this one sleeps. What the
 * compiler learned from one subject, preset or number of producers would otherwise decide how well
 * it compiles the next.
 */
final class ForkedSweep {
    /** How long to wait for what the other JVM wrote before it ended. */
    private static final long LAST_WORDS_MS = 10_000;

    private ForkedSweep() {}

    /**
     * Runs the other JVM, and waits until it ends.
     *
     * @param request what to measure
     * @param terminal told of each line that it writes, on another thread
     * @return the points
     * @throws MeasurementException when it cannot be started, fails, or takes longer than it can
     */
    static List<LatencyPoint> run(SweepRequest request, Consumer<String> terminal)
            throws InterruptedException {
        return run(request, terminal, LatencyFork.class.getName(), request.longestNs());
    }

    static List<LatencyPoint> run(
            SweepRequest request, Consumer<String> terminal, String mainClass, long timeoutNs)
            throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("strait-latency");
            Path requestFile = folder.resolve("request.json");
            Path pointsFile = folder.resolve("points.json");
            try {
                Json.write(requestFile, request);
                Process process = start(mainClass, requestFile, pointsFile);
                await(request, process, terminal, timeoutNs);
                return List.of(Json.read(pointsFile, LatencyPoint[].class));
            } finally {
                Files.deleteIfExists(requestFile);
                Files.deleteIfExists(pointsFile);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new MeasurementException(
                    "cannot measure " + request + " in its own JVM: " + e, e);
        }
    }

    private static Process start(String mainClass, Path requestFile, Path pointsFile)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(List.of(requestFile.toString(), pointsFile.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void await(
            SweepRequest request, Process process, Consumer<String> terminal, long timeoutNs)
            throws InterruptedException {
        Thread reader = new Thread(() -> read(process, terminal), "fork-output");
        reader.setDaemon(true);
        reader.start();
        // Whoever stops this JVM stops the other one with it.
        Thread killer = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(killer);
        try {
            if (!process.waitFor(timeoutNs, TimeUnit.NANOSECONDS)) {
                throw new MeasurementException(
                        "measuring %s was stopped: it took more than %d s"
                                .formatted(request, TimeUnit.NANOSECONDS.toSeconds(timeoutNs)));
            }
            if (process.exitValue() != 0) {
                throw new MeasurementException(
                        "measuring %s failed: its JVM ended with exit code %d; see above"
                                .formatted(request, process.exitValue()));
            }
        } finally {
            process.destroyForcibly().waitFor();
            reader.join(LAST_WORDS_MS);
            removeHook(killer);
        }
    }

    private static void read(Process process, Consumer<String> terminal) {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(terminal);
        } catch (IOException | UncheckedIOException e) {
            // The process was killed.
        }
    }

    private static void removeHook(Thread killer) {
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException e) {
            // This JVM is being stopped, and the hook at work.
        }
    }
}
