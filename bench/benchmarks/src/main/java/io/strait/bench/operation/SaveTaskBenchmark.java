package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.bench.harness.Check;
import java.util.List;
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
            writes.saveTask(i);
        }
        writes.drain();
    }

    @Override
    protected int population() {
        return TASKS;
    }

    @Override
    protected void check() {
        List<Task> pending = store.listPendingTasks();
        StoredWorkload.checkTasks(pending, TASKS, Workload::newTask);
        Check.equal("sum of blocks", Workload.sumBelow(TASKS), Visit.sumOfBlocks(pending));
        for (long i : StoredWorkload.probes(TASKS)) {
            StoredWorkload.checkTask(Workload.newTask(i), store.getTask(Workload.taskId(i)));
        }
    }
}
