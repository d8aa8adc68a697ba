package io.strait.bench.operation;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * What does it cost to list the pending tasks and to visit each? Visiting is part of the question:
 * a list that is returned at once would only put the work off.
 */
public class ListPendingTasksBenchmark extends PendingTasksFixture {
    /** Lists and visits; the sum is over a field of each task. */
    @Benchmark
    public long listPendingTasks() {
        return Visit.sumOfBlocks(store.listPendingTasks());
    }
}
