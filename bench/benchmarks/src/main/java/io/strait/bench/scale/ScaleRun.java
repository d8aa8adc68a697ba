package io.strait.bench.scale;

import io.strait.bench.harness.Failures;
import io.strait.bench.harness.MeasurementException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures step by step. A step that fails is left out and told; the others are measured all the
 * same. A large size can take the machine down: what there is, is handed on after each step.
 */
final class ScaleRun {
    private final Failures failures;
    private final ScaleProgress progress;

    /**
     * Measures nothing yet.
     *
     * @param failures told of each step that fails
     * @param progress told of each step
     */
    ScaleRun(Failures failures, ScaleProgress progress) {
        this.failures = failures;
        this.progress = progress;
    }

    /** Takes the steps, and hands on what there is after each. */
    List<ScalePoint> run(List<ScaleStep> steps, Consumer<List<ScalePoint>> save) {
        List<ScalePoint> points = new ArrayList<>();
        for (ScaleStep step : steps) {
            progress.begin(step);
            try {
                List<ScalePoint> measured = step.meter().measure();
                progress.end(measured);
                points.addAll(measured);
            } catch (RunnerException | MeasurementException e) {
                progress.fail(e.getMessage());
                failures.add(e.getMessage());
            }
            save.accept(List.copyOf(points));
        }
        return points;
    }
}
