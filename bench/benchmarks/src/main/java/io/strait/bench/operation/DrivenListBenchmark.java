package io.strait.bench.operation;

import io.strait.api.AggregatorView;
import io.strait.api.Ticket;
import io.strait.api.domain.Task;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.Write;
import io.strait.bench.harness.Check;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * What does it cost to get the list of 1,000 pending tasks as objects, and to look at its last one?
 * To visit all would take most of the time, and tell little of the list.
 */
public class DrivenListBenchmark extends DrivenPendingBenchmark {
    private AggregatorView live;
    private long expectedSum;
    private long sum;

    /** Nothing has changed since the list before. */
    @Benchmark
    public long list() {
        List<Task> pending = live.listPendingTasks();
        long last = pending.get(pending.size() - 1).sourceBlockNumber();
        expectedSum += TASKS + newest();
        sum += pending.size() + last;
        return last;
    }

    @Override
    void fill() {
        super.fill();
        live = writer.strait().aggregator();
    }

    @Override
    void check(AggregatorView view) {
        Check.equal("sizes and last tasks of the lists", expectedSum, sum);
        super.check(view);
    }

    @Override
    final void save(long i) {
        apply(new SaveTask(Workload.newTask(i)));
    }

    @Override
    final void delete(long i) {
        apply(new DeleteTask(Workload.taskId(i)));
    }

    private void apply(Write<Void> write) {
        Ticket<Void> ticket = writer.submit(write);
        drive();
        ticket.await();
    }
}
