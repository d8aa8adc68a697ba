package io.strait.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.bench.report.ResultsFolder;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.runner.RunnerException;

/** Everything runs, in JVMs of its own, as the command runs it; only shorter. */
class ScaleRunTest {
    private static final ScaleLength SHORT = new ScaleLength("short", 1, 1, 1, 2, 10, 1);
    private static final ScaleSize SIZE = ScaleSize.of(ScaleSize.SMALLEST_TASKS);

    @TempDir private Path directory;

    /** Another run of the harness on this machine would otherwise fail this one. */
    @BeforeAll
    static void shareTheMachine() {
        System.setProperty("jmh.ignoreLock", "true");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIST_ALL", "BATCH_OF_16"})
    void shouldTime(ScaleMeasurement measurement) throws RunnerException {
        ScaleRunner runner = new ScaleRunner(SHORT, ResultsFolder.at(directory));
        ScaleTiming timing =
                ScaleTiming.all().stream()
                        .filter(each -> each.measurement() == measurement)
                        .findFirst()
                        .orElseThrow();
        ScalePoint point = runner.run(timing, SIZE);
        assertEquals(measurement, point.measurement());
        assertTrue(point.value() > 0, point.toString());
        assertNull(point.error(), "there are two iterations, but one JVM");
    }

    @Test
    void shouldSayWhichLogTellsOfAFailure() {
        ScaleRunner runner = new ScaleRunner(SHORT, ResultsFolder.at(directory));
        ScaleTiming timing = ScaleTiming.all().get(0);
        RunnerException failure =
                assertThrows(
                        RunnerException.class, () -> runner.run(timing, new ScaleSize(0, 1_024)));
        Path log = directory.resolve("scale-GET_TASK-0.log");
        assertTrue(failure.getMessage().contains(log.toString()), failure.getMessage());
        assertTrue(Files.exists(log));
    }

    @Test
    void shouldKnowABenchmarkForEachTime() throws NoSuchMethodException {
        for (ScaleTiming timing : ScaleTiming.all()) {
            Method method = timing.benchmark().getMethod(timing.method());
            assertTrue(method.isAnnotationPresent(Benchmark.class), timing.toString());
        }
        assertEquals(
                EnumSet.range(ScaleMeasurement.GET_TASK, ScaleMeasurement.BATCH_OF_256),
                ScaleTiming.all().stream()
                        .map(ScaleTiming::measurement)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void shouldMeasureTheHeapOfEachWay(HeapWay way) {
        List<ScalePoint> points = HeapMeter.measure(way, SIZE, 1);
        assertEquals(way.measurements(), points.stream().map(ScalePoint::measurement).toList());
        assertTrue(points.get(0).value() > 100, points.toString());
    }

    @Test
    void shouldMeasureTheHeap() {
        List<ScalePoint> points = HeapMeter.measure(HeapWay.OBJECTS, SIZE, 1);
        double store = points.get(0).value();
        double taskValues = points.get(1).value();
        // 13 fields and an id are more than 100 bytes, and the store holds them.
        assertTrue(100 < taskValues && taskValues < store, points.toString());
    }
}
