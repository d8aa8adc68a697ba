package io.strait.bench.operation;

import io.strait.api.domain.Task;
import java.util.List;

/**
 * Tasks of which the oldest is deleted for each that is saved: from one call to the next 10,000.
 */
public abstract class TurnedOverTasksFixture extends SteadyStoreBenchmark {
    static final int TASKS = 10_000;

    /** The number of the next to be saved; the oldest is 10,000 before it. */
    long next;

    @Override
    protected final int population() {
        return 2 * TASKS;
    }

    @Override
    protected final void fill() {
        while (next < TASKS) {
            writes.saveTask(next++);
        }
    }

    @Override
    protected final void check() {
        List<Task> pending = store.listPendingTasks();
        long oldest = next - TASKS;
        StoredWorkload.checkTasks(pending, TASKS, i -> Workload.newTask(oldest + i));
    }
}
