package io.strait.bench.scale;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A size at which everything is measured.
 *
 * @param tasks how many tasks the store holds
 * @param heapMb the heap of the JVMs that measure it, MiB
 */
public record ScaleSize(int tasks, int heapMb) {
    static final int SMALLEST_TASKS = 1_000;
    static final int LARGEST_TASKS = 10_000_000;

    private static final int FACTOR = 10;
    private static final int LEAST_HEAP_MB = 1_024;

    /** What a JVM needs besides its heap, and the machine besides the JVM. */
    private static final int BESIDE_HEAP_MB = 2_048;

    /** The store, the tasks to save next, the ids to read, and room for the collector. */
    private static final int HEAP_BYTES_PER_TASK = 1_500;

    static ScaleSize of(int tasks) {
        long tasksMb = (long) tasks * HEAP_BYTES_PER_TASK >> 20;
        return new ScaleSize(tasks, LEAST_HEAP_MB + (int) tasksMb);
    }

    /** The sizes up to a number of tasks, each ten times the one before. */
    static List<ScaleSize> upTo(int maxTasks) {
        return IntStream.iterate(
                        SMALLEST_TASKS,
                        tasks -> tasks <= Math.min(maxTasks, LARGEST_TASKS),
                        tasks -> tasks * FACTOR)
                .mapToObj(ScaleSize::of)
                .toList();
    }

    /** The memory that the machine must have, MiB. */
    int neededMb() {
        return heapMb + BESIDE_HEAP_MB;
    }
}
