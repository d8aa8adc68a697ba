package io.strait.bench.scale;

/**
 * How long everything is measured.
 *
 * @param forks JVMs for each time that is measured
 * @param warmupIterations iterations that do not count, in each of them
 * @param measuredIterations iterations that count, in each of them
 * @param iterationMs how long an iteration takes
 * @param heapForks JVMs for each memory figure
 */
public record ScaleLength(
        int forks, int warmupIterations, int measuredIterations, int iterationMs, int heapForks) {
    /** For a look: minutes in all. */
    static final ScaleLength QUICK = new ScaleLength(1, 4, 5, 400, 2);

    /** For publication: several forks, so that no one JVM's compilation decides. */
    static final ScaleLength FULL = new ScaleLength(3, 5, 5, 1_000, 3);
}
