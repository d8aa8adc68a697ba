package io.strait.bench.operation;

import io.strait.bench.harness.Check;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** What does it cost to build a task and to save it under a new id, in a store that grows? */
public class SaveTaskBenchmark extends FreshStoreBenchmark {
    private static final int TASKS = 30_000;

    /** Builds and saves each task; they are visible when it returns. */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void saveTask() {
        for (long i = 0; i < TASKS; i++) {
            store.saveTask(Workload.newTask(i));
        }
        store.drain();
    }

    @Override
    protected int population() {
        return TASKS;
    }

    @Override
    protected void check() {
        Check.equal("pending tasks", TASKS, store.listPendingTasks().size());
    }
}
