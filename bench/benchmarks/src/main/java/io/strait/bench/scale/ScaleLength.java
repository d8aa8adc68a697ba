package io.strait.bench.scale;

/**
 * How long everything is measured.
 *
 * @param label its name in the results
 * @param forks JVMs for each time that is measured
 * @param warmupIterations iterations that do not count, in each of them
 * @param writeWarmupIterations the same where synchronous writes are measured: they run code on two
 *     threads, half of it for the first time after the store was filled without waiting. (Seen on
 *     two cores, at 100,000 tasks: 225, 281, 49 and 12 us in iterations of 400 ms.)
 * @param measuredIterations iterations that count, in each of them
 * @param iterationMs how long an iteration takes
 * @param heapForks JVMs for each memory figure
 */
public record ScaleLength(
        String label,
        int forks,
        int warmupIterations,
        Integer writeWarmupIterations,
        int measuredIterations,
        int iterationMs,
        int heapForks) {
    /** For a look: minutes in all. */
    static final ScaleLength QUICK = new ScaleLength("quick", 1, 4, 8, 5, 400, 2);

    /** For publication: several forks, so that no one JVM's compilation decides. */
    static final ScaleLength FULL = new ScaleLength("full", 3, 5, 10, 5, 1_000, 3);

    /** Results without a name are from before it was written: the quick run had one fork then. */
    public ScaleLength {
        if (label == null) {
            label = forks == 1 ? "quick" : "full";
        }
        if (writeWarmupIterations == null) {
            writeWarmupIterations = warmupIterations;
        }
    }
}
