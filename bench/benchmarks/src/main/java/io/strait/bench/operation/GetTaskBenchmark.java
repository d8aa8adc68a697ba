package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.bench.harness.Check;
import org.openjdk.jmh.annotations.Benchmark;

/** What does a read by id cost, with the formatting of the id, among 1,000 tasks? */
public class GetTaskBenchmark extends SteadyStoreBenchmark {
    private static final int TASKS = 1_000;

    private long next;

    /** One read. */
    @Benchmark
    public Object getTask() {
        return reads.getTask(next++ % TASKS);
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
        for (long i = 0; i < TASKS; i++) {
            Task expected = Workload.newTaskOfMany(i);
            StoredWorkload.checkTask(expected, store.getTask(expected.id()));
            Check.equal("task read", expected.id(), reads.idOf(reads.getTask(i)));
        }
    }
}
