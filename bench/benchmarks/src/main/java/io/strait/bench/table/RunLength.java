package io.strait.bench.table;

import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long each cell of the table is measured.
 *
 * @param label its name in the results
 * @param forks JVMs a cell
 * @param warmupIterations iterations that do not count, a JVM
 * @param measuredIterations iterations that count, a JVM
 * @param iterationTime of an iteration; where one is a fixed number of operations, that decides
 */
record RunLength(
        String label,
        int forks,
        int warmupIterations,
        int measuredIterations,
        TimeValue iterationTime) {
    /** For a look: one fork, short iterations, minutes in all. */
    static final RunLength QUICK = new RunLength("quick", 1, 4, 5, TimeValue.milliseconds(100));

    /** For publication: several forks, so that no one JVM's compilation decides. */
    static final RunLength FULL = new RunLength("full", 3, 5, 5, TimeValue.milliseconds(300));
}
