package io.strait.bench.scale;

import io.strait.bench.harness.MeasurementException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Measures memory per task, in JVMs of their own. */
final class HeapMeter {
    /** A collector that compacts all of the heap when asked, so that "in use" is exact. */
    static final String COLLECTOR = "-XX:+UseParallelGC";

    private HeapMeter() {}

    /**
     * Measures a size.
     *
     * @throws MeasurementException when a JVM fails; what it said is on the terminal
     */
    static List<ScalePoint> measure(HeapWay way, ScaleSize size, int forks) {
        long[][] bytes = new long[forks][];
        for (int i = 0; i < forks; i++) {
            bytes[i] = fork(way, size);
        }
        List<ScalePoint> points = new ArrayList<>();
        for (ScaleMeasurement measurement : way.measurements()) {
            points.add(point(measurement, size, bytes, points.size()));
        }
        return points;
    }

    private static ScalePoint point(
            ScaleMeasurement measurement, ScaleSize size, long[][] bytes, int column) {
        double[] perTask =
                IntStream.range(0, bytes.length)
                        .mapToDouble(i -> (double) bytes[i][column] / size.tasks())
                        .toArray();
        double least = Arrays.stream(perTask).min().orElseThrow();
        double most = Arrays.stream(perTask).max().orElseThrow();
        return ScalePoint.rounded(
                measurement,
                size.tasks(),
                (least + most) / 2,
                perTask.length > 1 ? (most - least) / 2 : null);
    }

    private static long[] fork(HeapWay way, ScaleSize size) {
        String output = outputOf(size, command(way, size));
        return Arrays.stream(output.strip().split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private static List<String> command(HeapWay way, ScaleSize size) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), COLLECTOR));
        command.addAll(ScaleRunner.heapFlags(size));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(HeapFork.class.getName());
        command.add(way.name());
        command.add(Integer.toString(size.tasks()));
        return command;
    }

    private static String outputOf(ScaleSize size, List<String> command) {
        String what = "the heap at " + size.tasks() + " tasks";
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new MeasurementException(
                        what + " failed: its JVM ended with exit code " + exitCode);
            }
            return output;
        } catch (IOException e) {
            throw new MeasurementException(what + " failed: its JVM did not start: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasurementException(what + " failed: interrupted", e);
        }
    }
}
