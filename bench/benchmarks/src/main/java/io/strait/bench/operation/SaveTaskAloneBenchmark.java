package io.strait.bench.operation;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does it cost to build a task and save it under a new id, among 10,000? So that they stay
 * about as many, the oldest are deleted between the calls, which is not timed: {@link
 * SaveTaskSteadyBenchmark} has both in its time.
 */
public class SaveTaskAloneBenchmark extends TurnedOverTasksFixture {
    /** Enough for the harness to time a call by itself, and a tenth of the population. */
    private static final int SAVES = 1_000;

    /** Saves; all are visible when it returns. */
    @Benchmark
    @OperationsPerInvocation(SAVES)
    public void saveTasks() {
        for (int i = 0; i < SAVES; i++) {
            writes.saveTask(next++);
        }
        writes.drain();
    }

    /** Deletes as many as were saved. */
    @TearDown(Level.Invocation)
    public void deleteOldest() {
        for (long i = next - TASKS - SAVES; i < next - TASKS; i++) {
            writes.deleteTask(i);
        }
        writes.drain();
    }
}
