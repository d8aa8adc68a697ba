package io.strait.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.bench.harness.Failures;
import io.strait.bench.harness.MeasurementException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

/** One failure costs no more than its own figure. */
class ScaleFailureTest {
    private static final ScaleSize SIZE = ScaleSize.of(ScaleSize.SMALLEST_TASKS);

    private final StringWriter terminal = new StringWriter();
    private final Failures failures = new Failures();

    /** Seen to fail when a failed step ends the run, and when it is saved only at the end. */
    @Test
    void shouldGoOnAfterAFailureAndSaveAfterEachStep() {
        List<Integer> savedCounts = new ArrayList<>();
        List<ScaleStep> steps =
                List.of(
                        step(() -> List.of(point())),
                        step(
                                () -> {
                                    throw new RunnerException("scale-WRITE-1000 failed");
                                }),
                        step(
                                () -> {
                                    throw new MeasurementException("the heap failed");
                                }),
                        step(() -> List.of(point(), point())));
        ScaleProgress progress = new ScaleProgress(new PrintWriter(terminal), steps.size());

        List<ScalePoint> points =
                new ScaleRun(failures, progress).run(steps, saved -> savedCounts.add(saved.size()));

        assertEquals(3, points.size());
        assertEquals(List.of(1, 1, 1, 3), savedCounts);
        String all = assertThrows(MeasurementException.class, failures::throwIfAny).getMessage();
        assertEquals("not all was measured: scale-WRITE-1000 failed; the heap failed", all);
        assertTrue(terminal.toString().contains("the heap failed"), terminal::toString);
    }

    /** Seen to fail with the exception that it was before: of no type that users are told of. */
    @Test
    void shouldSayInALineThatTheJvmFailed() {
        ScaleSize tooSmall = new ScaleSize(1_000_000, 8);
        String message =
                assertThrows(
                                MeasurementException.class,
                                () -> HeapMeter.measure(HeapWay.OBJECTS, tooSmall, 1))
                        .getMessage();
        assertTrue(
                message.startsWith(
                        "the heap at 1000000 tasks failed: its JVM ended with exit code"),
                message);
    }

    private static ScaleStep step(ScaleStep.Meter meter) {
        return new ScaleStep(SIZE, "a step", meter);
    }

    private static ScalePoint point() {
        return new ScalePoint(ScaleMeasurement.WRITE, SIZE.tasks(), 1, 0.0);
    }
}
