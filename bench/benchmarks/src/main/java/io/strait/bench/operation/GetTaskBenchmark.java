package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.bench.harness.Check;
import org.openjdk.jmh.annotations.Benchmark;

/** What does a read by id cost, with the formatting of the id, among 1,000 tasks? */
public class GetTaskBenchmark extends SteadyStoreBenchmark {
    private static final int TASKS = 1_000;

    private long next;
    private long sum;

    /** One read. */
    @Benchmark
    public long getTask() {
        long number = reads.getTask(next++ % TASKS);
        sum += number;
        return number;
    }

    @Override
    protected int population() {
        return TASKS;
    }

    @Override
    protected void fill() {
        Workload.saveTasks(writes, TASKS);
    }

    @Override
    protected void check() {
        long rounds = next / TASKS;
        long expected = rounds * Workload.sumBelow(TASKS) + Workload.sumBelow(next % TASKS);
        Check.equal("sum of what was read", expected, sum);
        for (long i = 0; i < TASKS; i++) {
            Task made = Workload.newTaskOfMany(i);
            StoredWorkload.checkTask(made, store.getTask(made.id()));
            Check.equal("task read", i, reads.getTask(i));
        }
    }
}
