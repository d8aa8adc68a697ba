package io.strait.bench.operation;

import io.strait.api.AggregatorView;
import io.strait.api.LimitsBuilder;
import io.strait.api.domain.TaskStatus;
import io.strait.bench.harness.Check;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * What does the engine do for a command of a task's life? One task is saved, the one from 3,000
 * before is taken up, the one from 6,000 before completed, and the one from 10,000 before is
 * dropped meanwhile, because no more than 4,000 finished ones are kept.
 */
public class DrivenTaskLifeBenchmark extends DrivenBenchmark {
    private static final int PENDING = 3_000;
    private static final int PROCESSING = 3_000;
    private static final int FINISHED = 4_000;
    private static final int TASKS = PENDING + PROCESSING + FINISHED;
    private static final int COMMANDS = 3;

    /** The number of the next to be saved. */
    private long next;

    /** By bytes, through an exclusive producer; an operation is one of the three commands. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS * ROUNDS)
    public void live() {
        for (int i = 0; i < ROUNDS; i++) {
            liveOn();
        }
        writes.drain();
    }

    @Override
    LimitsBuilder limits(LimitsBuilder defaults) {
        return defaults.maxTasks(TASKS + 1).maxFinishedTasks(FINISHED);
    }

    @Override
    void fill() {
        while (next < TASKS) {
            liveOn();
        }
    }

    @Override
    void check(AggregatorView view) {
        checkCounts(view, PENDING, PROCESSING, FINISHED);
        long oldestPending = next - PENDING;
        StoredWorkload.checkTasks(
                view.listPendingTasks(), PENDING, i -> Workload.newTask(oldestPending + i));
        checkStatus(view, oldestPending - 1, TaskStatus.PROCESSING);
        checkStatus(view, oldestPending - PROCESSING, TaskStatus.PROCESSING);
        checkStatus(view, oldestPending - PROCESSING - 1, TaskStatus.COMPLETED);
        checkStatus(view, next - TASKS, TaskStatus.COMPLETED);
        Check.equal(
                "task dropped", false, view.getTask(Workload.taskId(next - TASKS - 1)).isPresent());
    }

    private void liveOn() {
        writes.saveTask(next);
        drive();
        move(next - PENDING, TaskStatus.PROCESSING);
        move(next - PENDING - PROCESSING, TaskStatus.COMPLETED);
        next++;
    }

    private void move(long i, TaskStatus status) {
        if (i >= 0) {
            writes.updateTaskStatus(i, status);
            drive();
        }
    }

    private static void checkStatus(AggregatorView view, long i, TaskStatus status) {
        Check.equal(
                "status", status, view.getTaskRecord(Workload.taskId(i)).orElseThrow().status());
    }
}
