package io.strait.bench.table;

import org.openjdk.jmh.runner.options.TimeValue;

/** How long each cell of the table is measured. */
enum RunLength {
    /** For a look: one fork, short iterations, minutes in all. */
    QUICK(1, 4, 5, TimeValue.milliseconds(100)),

    /** For publication: several forks, so that no one JVM's compilation decides. */
    FULL(3, 5, 5, TimeValue.milliseconds(500));

    final int forks;
    final int warmupIterations;
    final int measuredIterations;

    /** Of an iteration; where an iteration is a fixed number of operations, that decides. */
    final TimeValue iterationTime;

    RunLength(int forks, int warmupIterations, int measuredIterations, TimeValue iterationTime) {
        this.forks = forks;
        this.warmupIterations = warmupIterations;
        this.measuredIterations = measuredIterations;
        this.iterationTime = iterationTime;
    }
}
