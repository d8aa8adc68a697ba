package io.strait.bench.scale;

import java.util.List;

/**
 * How a time is measured.
 *
 * @param measurement which
 * @param benchmark the class that does it
 * @param method its method that does it
 */
record ScaleTiming(ScaleMeasurement measurement, Class<?> benchmark, String method) {
    private static final List<ScaleTiming> ALL =
            List.of(
                    read(ScaleMeasurement.GET_TASK, "getTask"),
                    read(ScaleMeasurement.SNAPSHOT, "snapshot"),
                    read(ScaleMeasurement.LIST_CALL, "listCall"),
                    read(ScaleMeasurement.LIST_FIRST, "listFirst"),
                    read(ScaleMeasurement.LIST_ALL, "listAll"),
                    new ScaleTiming(ScaleMeasurement.WRITE, ScaledWriteBenchmark.class, "write"),
                    batch(ScaleMeasurement.BATCH_OF_1),
                    batch(ScaleMeasurement.BATCH_OF_16),
                    batch(ScaleMeasurement.BATCH_OF_256));

    static List<ScaleTiming> all() {
        return ALL;
    }

    String benchmarkName() {
        return benchmark.getName() + "." + method;
    }

    /** What a measured time is divided by: the visit to all tasks is told for each. */
    int divisor(ScaleSize size) {
        return measurement == ScaleMeasurement.LIST_ALL ? size.tasks() : 1;
    }

    /** How many iterations do not count, in each JVM. */
    int warmupIterations(ScaleLength length) {
        return measurement == ScaleMeasurement.WRITE
                ? length.writeWarmupIterations()
                : length.warmupIterations();
    }

    private static ScaleTiming read(ScaleMeasurement measurement, String method) {
        return new ScaleTiming(measurement, ScaledReadBenchmark.class, method);
    }

    private static ScaleTiming batch(ScaleMeasurement measurement) {
        return new ScaleTiming(measurement, ScaledBatchBenchmark.class, "batch");
    }
}
