package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.bench.harness.Check;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * How many commands a second does a store take, when tasks live their whole life in it: one is
 * saved, the one from 3,000 before is taken up, the one from 6,000 before completed, and the one
 * from 10,000 before deleted?
 */
public class TaskLifeBenchmark extends SteadyStoreBenchmark {
    private static final int TASKS = 10_000;
    private static final int PENDING = 3_000;
    private static final int ACTIVE = 6_000;
    private static final int ROUNDS = 5_000;
    private static final int COMMANDS = 4;

    private long next;

    /** Makes the four commands in turn; an operation is one of them. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS * ROUNDS)
    public void live() {
        for (int i = 0; i < ROUNDS; i++) {
            writes.saveTask(next);
            age(next);
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
            writes.saveTask(next);
            age(next);
            next++;
        }
    }

    @Override
    protected void check() {
        List<Task> pending = store.listPendingTasks();
        long oldest = next - PENDING;
        StoredWorkload.checkTasks(pending, PENDING, i -> Workload.newTask(oldest + i));
        Check.equal("task deleted", null, store.getTask(Workload.taskId(next - TASKS - 1)));
        checkStatus(next - TASKS, TaskStatus.COMPLETED);
        checkStatus(next - ACTIVE - 1, TaskStatus.COMPLETED);
        checkStatus(next - ACTIVE, TaskStatus.PROCESSING);
        checkStatus(next - PENDING - 1, TaskStatus.PROCESSING);
    }

    private void age(long newest) {
        if (newest >= PENDING) {
            writes.updateTaskStatus(newest - PENDING, TaskStatus.PROCESSING);
        }
        if (newest >= ACTIVE) {
            writes.updateTaskStatus(newest - ACTIVE, TaskStatus.COMPLETED);
        }
    }

    private void checkStatus(long i, TaskStatus status) {
        Check.equal("status", status, store.getTaskRecord(Workload.taskId(i)).status());
    }
}
