package io.strait.bench.operation;

import org.openjdk.jmh.annotations.Benchmark;

/** What does it cost to list one AVS's pending tasks, of 100 AVSs, and to visit each? */
public class ListPendingTasksForAvsBenchmark extends PendingTasksFixture {
    private long next;

    /** Lists the next AVS's tasks and visits them. */
    @Benchmark
    public long listPendingTasksForAvs() {
        return Visit.sumOfBlocks(store.listPendingTasksForAvs(Workload.avs(next++)));
    }
}
