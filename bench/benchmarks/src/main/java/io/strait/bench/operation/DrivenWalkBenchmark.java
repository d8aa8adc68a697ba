package io.strait.bench.operation;

import io.strait.api.AggregatorView;
import io.strait.bench.harness.Check;
import org.openjdk.jmh.annotations.Benchmark;

/** What does it cost to walk over 1,000 pending tasks by bytes, and to read a field of each? */
public class DrivenWalkBenchmark extends DrivenPendingBenchmark {
    private ByteReads reads;
    private long expectedSum;
    private long sum;

    /** Nothing has changed since the walk before. */
    @Benchmark
    public long walk() {
        long visited = reads.visitPending();
        expectedSum += sumOfPending();
        sum += visited;
        return visited;
    }

    @Override
    void fill() {
        super.fill();
        reads = new ByteReads(writer.strait());
    }

    @Override
    void check(AggregatorView view) {
        Check.equal("sum of what was visited", expectedSum, sum);
        super.check(view);
    }

    @Override
    final void save(long i) {
        writes.saveTask(i);
        drive();
    }

    @Override
    final void delete(long i) {
        writes.deleteTask(i);
        drive();
    }
}
