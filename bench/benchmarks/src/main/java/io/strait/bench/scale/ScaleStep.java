package io.strait.bench.scale;

import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * A part of the run that fails or succeeds on its own.
 *
 * @param size at which size
 * @param title what it measures
 * @param meter measures it
 */
record ScaleStep(ScaleSize size, String title, Meter meter) {
    /** Measures one thing at one size. */
    interface Meter {
        /**
         * Measures.
         *
         * @throws RunnerException when the harness fails
         * @throws io.strait.bench.harness.MeasurementException when another JVM fails
         */
        List<ScalePoint> measure() throws RunnerException;
    }
}
