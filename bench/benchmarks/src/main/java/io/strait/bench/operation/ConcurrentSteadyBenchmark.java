package io.strait.bench.operation;

import io.strait.bench.harness.Check;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * The concurrent row with a fixed population: every thread alternates one replacement of its oldest
 * task by a new one and one full list of the 1,000 pending ones.
 */
public class ConcurrentSteadyBenchmark extends SteadyStoreBenchmark {
    private static final int TASKS = 1_000;
    private static final int ROUNDS = 20;

    private final AtomicInteger ownedTasks = new AtomicInteger();

    /** Deletes, saves and lists in turn. */
    @Benchmark
    @OperationsPerInvocation(2 * ROUNDS)
    public long replaceAndList(OwnTasks own) {
        long sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            store.deleteTask(Workload.taskId(own.oldest++));
            store.saveTask(Workload.newTask(own.next++));
            sum += Visit.sumOfBlocks(store.listPendingTasks());
        }
        store.drain();
        return sum;
    }

    @Override
    protected int maxThreads() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected int population() {
        return 2 * TASKS;
    }

    @Override
    protected void check() {
        Check.equal("pending tasks", ownedTasks.get(), store.listPendingTasks().size());
    }

    /** The tasks that a thread saves and deletes: ids of its own, its share of the population. */
    @State(Scope.Thread)
    public static class OwnTasks {
        private static final long ID_RANGE = 1L << 40;
        private static final AtomicInteger THREADS = new AtomicInteger();

        private long oldest;
        private long next;

        /** Saves the thread's share. */
        @Setup
        public void setUp(ConcurrentSteadyBenchmark benchmark, BenchmarkParams params) {
            oldest = ID_RANGE * THREADS.getAndIncrement();
            next = oldest;
            int share = TASKS / params.getThreads();
            while (next < oldest + share) {
                benchmark.store.saveTask(Workload.newTask(next++));
            }
            benchmark.store.drain();
            benchmark.ownedTasks.addAndGet(share);
        }
    }
}
