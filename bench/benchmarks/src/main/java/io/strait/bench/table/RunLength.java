package io.strait.bench.table;

import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long each cell of the table is measured.
 *
 * @param label its name in the results
 * @param forks JVMs a cell
 * @param warmupIterations iterations that do not count, a JVM
 * @param warmupTime of each
 * @param measuredIterations iterations that count, a JVM
 * @param measuredTime of each
 * @param warmupShots the first, where an iteration is a fixed number of operations
 * @param measuredShots the second, there
 */
record RunLength(
        String label,
        int forks,
        int warmupIterations,
        TimeValue warmupTime,
        int measuredIterations,
        TimeValue measuredTime,
        int warmupShots,
        int measuredShots) {
    /** How many JVMs measure a cell of a row. */
    int jvms(TableRow row) {
        return Math.min(forks, row.maxForks());
    }

    /** The same, with another number of JVMs. */
    RunLength withForks(int newForks) {
        return new RunLength(
                label,
                newForks,
                warmupIterations,
                warmupTime,
                measuredIterations,
                measuredTime,
                warmupShots,
                measuredShots);
    }

    /** Whether it is the full run's, by however many JVMs. */
    boolean isFull() {
        return label.equals(FULL.label);
    }

    /** For a look: one JVM and so no intervals, short iterations, minutes in all. */
    static final RunLength QUICK =
            new RunLength(
                    "quick",
                    1,
                    3,
                    TimeValue.milliseconds(200),
                    5,
                    TimeValue.milliseconds(80),
                    5,
                    5);

    /** For publication: several forks, so that no one JVM's compilation decides. */
    static final RunLength FULL =
            new RunLength(
                    "full",
                    3,
                    4,
                    TimeValue.milliseconds(200),
                    5,
                    TimeValue.milliseconds(120),
                    10,
                    10);
}
