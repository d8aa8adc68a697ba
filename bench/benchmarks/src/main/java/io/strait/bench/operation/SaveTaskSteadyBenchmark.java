package io.strait.bench.operation;

import io.strait.api.domain.Task;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * What does it cost to build a task and save it under a new id, and to delete the oldest one, so
 * that there are always 10,000?
 */
public class SaveTaskSteadyBenchmark extends SteadyStoreBenchmark {
    private static final int TASKS = 10_000;

    /** Between two waits for the writer: many lanes full, so that the slower side decides. */
    private static final int ROUNDS = 10_000;

    private long next;

    /** Saves and deletes in turn; an operation is one of each. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public void saveAndDelete() {
        for (int i = 0; i < ROUNDS; i++) {
            writes.saveTask(next);
            writes.deleteTask(next - TASKS);
            next++;
        }
        writes.drain();
    }

    @Override
    protected int population() {
        return 2 * TASKS;
    }

    @Override
    protected void fill() {
        while (next < TASKS) {
            writes.saveTask(next++);
        }
    }

    @Override
    protected void check() {
        List<Task> pending = store.listPendingTasks();
        long oldest = next - TASKS;
        StoredWorkload.checkTasks(pending, TASKS, i -> Workload.newTask(oldest + i));
    }
}
