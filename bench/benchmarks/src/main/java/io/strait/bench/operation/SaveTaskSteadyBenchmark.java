package io.strait.bench.operation;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * What does it cost to build a task and save it under a new id, and to delete the oldest one, so
 * that there are always 10,000?
 */
public class SaveTaskSteadyBenchmark extends TurnedOverTasksFixture {
    /** Between two waits for the writer: many lanes full, so that the slower side decides. */
    private static final int ROUNDS = 10_000;

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
}
