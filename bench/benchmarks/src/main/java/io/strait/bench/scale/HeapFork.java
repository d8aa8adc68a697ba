package io.strait.bench.scale;

import io.strait.api.domain.Task;
import io.strait.bench.operation.ReferenceTasks;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Measures, in a JVM of its own, what a store retains: the live heap with the store filled, minus
 * the same with the store empty.
 */
final class HeapFork {
    /** How many tasks are left where most of them are deleted. */
    static final int LEFT = ScaleSize.SMALLEST_TASKS;

    private static final int FURTHER_COMMANDS = 10_000;
    private static final int MAX_COLLECTIONS = 20;
    private static final long SETTLED_BYTES = 1_024;

    private HeapFork() {}

    /**
     * Prints the bytes of each of the way's measurements, in their order.
     *
     * @param args the way, and the number of tasks
     */
    public static void main(String[] args) {
        HeapWay way = HeapWay.valueOf(args[0]);
        way.measure(ScaleSize.SMALLEST_TASKS); // what classes make once is not to be counted
        long[] bytes = way.measure(Integer.parseInt(args[1]));
        System.out.println(
                Arrays.stream(bytes).mapToObj(Long::toString).collect(Collectors.joining(" ")));
    }

    /**
     * What the store with all tasks takes, and the tasks' values of it: it holds the caller's; so
     * they are first counted for themselves, held by an array that was there before.
     */
    static long[] ofObjects(int tasks) {
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
            return new long[] {filledBytes - emptyBytes, withTasksBytes - withArrayBytes};
        }
    }

    /** What the store takes with all tasks, saved by bytes. */
    static long[] ofBytes(int tasks) {
        try (ScaledStore scaled = new ScaledStore(tasks)) {
            long emptyBytes = liveBytes();
            scaled.fillByBytes(new ScaledTasks(tasks));
            long filledBytes = liveBytes();
            ScaledStore.checkPopulation(scaled.store(), tasks);
            return new long[] {filledBytes - emptyBytes};
        }
    }

    /** The same of the reference's tasks, and what is kept when most of them are deleted. */
    static long[] ofReference(int tasks, boolean byBytes) {
        try (ScaledStore scaled = new ScaledStore(tasks);
                ReferenceTasks saved = new ReferenceTasks(scaled.strait(), byBytes)) {
            long emptyBytes = liveBytes();
            saved.save(tasks);
            long filledBytes = liveBytes();
            saved.deleteOldest(tasks - LEFT);
            saved.replaceOldest(FURTHER_COMMANDS / 2);
            long keptBytes = liveBytes();
            saved.check();
            return new long[] {filledBytes - emptyBytes, Math.max(0, keptBytes - emptyBytes)};
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
