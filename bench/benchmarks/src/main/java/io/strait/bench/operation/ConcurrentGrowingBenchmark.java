package io.strait.bench.operation;

import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * The published concurrent row: every thread alternates one save of a new task and one full list of
 * the pending ones. The population grows, so the figure depends on how long it runs: here, always
 * from none to 1,000 tasks a thread.
 */
public class ConcurrentGrowingBenchmark extends FreshStoreBenchmark {
    private static final int TASKS = 1_000;
    private static final int MAX_THREADS = 64;

    private final AtomicLong savedTasks = new AtomicLong();
    private final AtomicLong nextId = new AtomicLong();

    /** Saves and lists in turn. */
    @Benchmark
    @OperationsPerInvocation(2 * TASKS)
    public long saveAndList() {
        long sum = 0;
        for (int i = 0; i < TASKS; i++) {
            store.saveTask(Workload.newTask(nextId.getAndIncrement()));
            sum += Visit.sumOfBlocks(store.listPendingTasks());
        }
        store.drain();
        savedTasks.addAndGet(TASKS);
        return sum;
    }

    @Override
    protected int population() {
        return TASKS * MAX_THREADS;
    }

    @Override
    protected void fill() {
        savedTasks.set(0);
    }

    @Override
    protected void check() {
        Check.equal("pending tasks", savedTasks.get(), (long) store.listPendingTasks().size());
    }
}
