package io.strait.bench.operation;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * How long does a read by key take when its result is needed to go on? Which id is next depends on
 * the number that the read has found, so that the processor cannot begin with it before.
 */
public class GetTaskDependentBenchmark extends ReadyMadeIdsBenchmark {
    private static final int TOP_BITS = 62;

    /** One read, not begun before the one before has ended. */
    @Benchmark
    public long getTask() {
        long number = read();
        // 0 of every task, but neither the compiler nor the processor knows it: the two top bits
        // of a task's number are 0, those of "no task" are not.
        next += 1 + (number >>> TOP_BITS);
        return number;
    }
}
