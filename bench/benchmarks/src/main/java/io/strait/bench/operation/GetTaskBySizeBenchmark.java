package io.strait.bench.operation;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * How does a read by key grow with the population? One read does not wait for the one before: the
 * processor may have several under way.
 */
public class GetTaskBySizeBenchmark extends ReadyMadeIdsBenchmark {
    /** One read. */
    @Benchmark
    public long getTask() {
        long number = read();
        next++;
        return number;
    }
}
