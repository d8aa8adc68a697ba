package io.strait.bench.scale;

import io.strait.api.domain.Task;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Locale;

/**
 * Measures, in a JVM of its own, what a store retains: the live heap with the store filled, minus
 * the same with the store empty. The store holds the caller's {@code Task} values; so they are
 * first counted for themselves, held by an array that was there before.
 */
final class HeapFork {
    private static final int MAX_COLLECTIONS = 20;
    private static final long SETTLED_BYTES = 1_024;

    private HeapFork() {}

    /**
     * Prints the bytes that all tasks' values take, and the bytes that the store with them takes.
     *
     * @param args the number of tasks
     */
    public static void main(String[] args) {
        int tasks = Integer.parseInt(args[0]);
        warmUp();
        ScaledTasks source = new ScaledTasks(tasks);
        try (ScaledStore scaled = new ScaledStore(tasks)) {
            long emptyBytes = liveBytes();
            Task[] saved = new Task[tasks];
            long withArrayBytes = liveBytes();
            System.arraycopy(source.saved(), 0, saved, 0, tasks);
            long withTasksBytes = liveBytes();
            scaled.fill(saved);
            saved = null; // From here on, only the store holds the tasks.
            long filledBytes = liveBytes();
            ScaledStore.checkPopulation(scaled.store(), tasks);
            System.out.printf(
                    Locale.ROOT,
                    "%d %d%n",
                    withTasksBytes - withArrayBytes,
                    filledBytes - emptyBytes);
        }
    }

    /** What classes make once, on their first use, is not to be counted. */
    private static void warmUp() {
        try (ScaledStore scaled = new ScaledStore(ScaleSize.SMALLEST_TASKS)) {
            scaled.fill(new ScaledTasks(ScaleSize.SMALLEST_TASKS).saved());
        }
    }

    /** What is in use after collections that no longer find anything. */
    private static long liveBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long before = Long.MAX_VALUE;
        for (int i = 0; i < MAX_COLLECTIONS; i++) {
            System.gc();
            long used = memory.getHeapMemoryUsage().getUsed();
            if (Math.abs(before - used) <= SETTLED_BYTES) {
                return used;
            }
            before = used;
        }
        throw new IllegalStateException(
                "the heap did not settle in " + MAX_COLLECTIONS + " collections");
    }
}
