package io.strait.bench.operation;

import io.strait.bench.contestant.ContestantView;
import io.strait.bench.harness.Check;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** What does it cost to take a consistent view of everything, which never changes? */
public class SnapshotBenchmark extends SteadyStoreBenchmark {
    /** How many tasks the store holds. */
    @Param("1000")
    public int tasks;

    /** Takes one. */
    @Benchmark
    public ContestantView snapshot() {
        return store.snapshot();
    }

    @Override
    protected int population() {
        return tasks;
    }

    @Override
    protected void fill() {
        Workload.saveTasks(store, tasks);
    }

    @Override
    protected void check() {
        Check.equal("pending tasks", tasks, store.snapshot().listPendingTasks().size());
    }
}
