package io.strait.bench.operation;

import io.strait.bench.harness.Check;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * What does it cost to list the pending tasks and to visit each? Visiting is part of the question:
 * a list that is returned at once would only put the work off.
 */
public class ListPendingTasksBenchmark extends PendingTasksFixture {
    private long lists;
    private long visitedSum;

    /** Lists and visits; the sum is over a field of each task. */
    @Benchmark
    public long listPendingTasks() {
        long sum = reads.visitPending();
        visitedSum += sum;
        lists++;
        return sum;
    }

    @Override
    protected void check() {
        super.check();
        Check.equal("sum of what was visited", lists * sumOfPending(), visitedSum);
    }
}
