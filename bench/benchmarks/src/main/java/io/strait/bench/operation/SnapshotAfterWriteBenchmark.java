package io.strait.bench.operation;

import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.bench.contestant.ContestantView;
import io.strait.bench.harness.Check;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * What does a consistent view cost when there was a write since the last one, so that what the last
 * one holds has to be kept apart? One block update and one view.
 */
public class SnapshotAfterWriteBenchmark extends SteadyStoreBenchmark {
    private static final int TASKS = 1_000;
    private static final Chain CHAIN = Chain.of(Workload.AVS, 1);

    private long number;
    private ContestantView last;

    /** Writes, and takes one. */
    @Benchmark
    public ContestantView writeAndSnapshot() {
        store.setLastProcessedBlock(CHAIN, ++number);
        last = store.snapshot();
        return last;
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
        List<Task> listed = last.listPendingTasks();
        StoredWorkload.checkTasks(listed, TASKS, Workload::newTaskOfMany);
        store.setLastProcessedBlock(CHAIN, number + 1);
        store.drain();
        Check.equal("last block then", number, last.getLastProcessedBlock(CHAIN));
        Check.equal("last block now", number + 1, store.getLastProcessedBlock(CHAIN));
    }
}
