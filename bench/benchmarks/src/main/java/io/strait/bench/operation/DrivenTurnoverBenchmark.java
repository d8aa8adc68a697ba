package io.strait.bench.operation;

import io.strait.api.AggregatorView;
import io.strait.api.LimitsBuilder;
import io.strait.api.Ticket;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.Write;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/**
 * What does the engine do to save a task under a new id and to delete the oldest one, so that there
 * are always as many? An operation is both commands, with the making of the task and of the ids.
 */
public class DrivenTurnoverBenchmark extends DrivenBenchmark {
    /** How many tasks the engine holds. */
    @Param("10000")
    public int tasks;

    /** The number of the next to be saved; the oldest is as many before it as there are tasks. */
    private long next;

    /** By bytes, through an exclusive producer. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public void saveAndDelete() {
        for (int i = 0; i < ROUNDS; i++) {
            writes.saveTask(next);
            drive();
            writes.deleteTask(next - tasks);
            drive();
            next++;
        }
        writes.drain();
    }

    /** Typed, each outcome asked of the write's ticket. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public void saveAndDeleteTyped() {
        for (int i = 0; i < ROUNDS; i++) {
            apply(new SaveTask(Workload.newTask(next)));
            apply(new DeleteTask(Workload.taskId(next - tasks)));
            next++;
        }
    }

    @Override
    LimitsBuilder limits(LimitsBuilder defaults) {
        return defaults.maxTasks(tasks + 1);
    }

    @Override
    void fill() {
        while (next < tasks) {
            writes.saveTask(next++);
            drive();
        }
    }

    @Override
    void check(AggregatorView view) {
        checkCounts(view, tasks, 0, 0);
        long oldest = next - tasks;
        StoredWorkload.checkTasks(
                view.listPendingTasks(), tasks, i -> Workload.newTask(oldest + i));
    }

    private void apply(Write<Void> write) {
        Ticket<Void> ticket = writer.submit(write);
        drive();
        ticket.await();
    }
}
