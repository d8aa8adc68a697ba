package io.strait.bench.operation;

import io.strait.api.domain.TaskStatus;
import io.strait.bench.harness.Check;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** What does it cost to move a task from pending to processing, among 30,000? */
public class UpdateTaskStatusBenchmark extends FreshStoreBenchmark {
    private static final int TASKS = 30_000;

    private final String[] ids = new String[TASKS];

    /** Moves each task once; all are visible when it returns. */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void updateTaskStatus() {
        for (int i = 0; i < TASKS; i++) {
            writes.updateTaskStatus(i, TaskStatus.PROCESSING);
        }
        writes.drain();
    }

    @Override
    protected int population() {
        return TASKS;
    }

    @Override
    protected void fill() {
        for (int i = 0; i < TASKS; i++) {
            ids[i] = Workload.taskId(i);
        }
        writes.makeIds(TASKS);
        Workload.saveTasks(writes, TASKS);
    }

    @Override
    protected void check() {
        Check.equal("pending tasks", 0, store.listPendingTasks().size());
        for (String id : ids) {
            Check.equal("status", TaskStatus.PROCESSING, store.getTaskRecord(id).status());
        }
        for (long i : StoredWorkload.probes(TASKS)) {
            StoredWorkload.checkTask(Workload.newTaskOfMany(i), store.getTask(ids[(int) i]));
        }
    }
}
