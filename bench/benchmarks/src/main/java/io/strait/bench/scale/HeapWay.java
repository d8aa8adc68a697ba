package io.strait.bench.scale;

import java.util.List;
import java.util.function.IntFunction;

/** How a store is filled whose heap is measured. */
enum HeapWay {
    /** By objects, of which the caller's values are counted for themselves, too. */
    OBJECTS(HeapFork::ofObjects, ScaleMeasurement.STORE_HEAP, ScaleMeasurement.TASK_VALUES_HEAP),
    /** By bytes. */
    BYTES(HeapFork::ofBytes, ScaleMeasurement.BYTES_HEAP),
    /** With the reference's tasks, by objects. */
    REFERENCE(tasks -> HeapFork.ofReference(tasks, false), ScaleMeasurement.REFERENCE_HEAP),
    /** With the reference's tasks, by bytes; then emptied but for 1,000. */
    REFERENCE_BYTES(
            tasks -> HeapFork.ofReference(tasks, true),
            ScaleMeasurement.REFERENCE_BYTES_HEAP,
            ScaleMeasurement.KEPT_HEAP);

    private final IntFunction<long[]> meter;
    private final List<ScaleMeasurement> measurements;

    HeapWay(IntFunction<long[]> meter, ScaleMeasurement... measurements) {
        this.meter = meter;
        this.measurements = List.of(measurements);
    }

    /** What it tells; at a size at which something is left of the tasks. */
    List<ScaleMeasurement> measurements() {
        return measurements;
    }

    /** The bytes of each, or of more. */
    long[] measure(int tasks) {
        return meter.apply(tasks);
    }
}
