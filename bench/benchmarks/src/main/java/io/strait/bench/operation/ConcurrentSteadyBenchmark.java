package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.bench.harness.Check;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * The concurrent row with a fixed population: every thread deletes its oldest task, saves a new one
 * and makes one full list of the 1,000 pending ones in turn.
 */
public class ConcurrentSteadyBenchmark extends SteadyStoreBenchmark {
    private static final int TASKS = 1_000;
    private static final int ROUNDS = 20;

    /** One deletion, one save, one list. */
    private static final int OPERATIONS_PER_ROUND = 3;

    private final Queue<OwnTasks> callers = new ConcurrentLinkedQueue<>();

    /** Deletes, saves and lists in turn. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS_PER_ROUND * ROUNDS)
    public long replaceAndList(OwnTasks own) {
        for (int i = 0; i < ROUNDS; i++) {
            own.writes.deleteTask(own.tasks.oldest++);
            own.writes.saveTask(own.tasks.next++);
            own.tasks.visitPending(own.reads, i + 1);
        }
        own.writes.drain();
        return own.tasks.sum();
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
        List<TurnedOver> shares =
                callers.stream()
                        .map(caller -> caller.tasks)
                        .sorted(Comparator.comparingLong(tasks -> tasks.oldest))
                        .toList();
        long population = shares.stream().mapToLong(TurnedOver::size).sum();
        List<Task> pending = StoredWorkload.byNumber(store.listPendingTasks());
        Check.equal("pending tasks", population, pending.size());
        int index = 0;
        for (TurnedOver share : shares) {
            int end = index + share.size();
            share.checkPending(pending.subList(index, end));
            share.checkVisits(population);
            index = end;
        }
    }

    /** The tasks of one thread. */
    @State(Scope.Thread)
    public static class OwnTasks {
        private TurnedOver tasks;
        private WorkloadWrites writes;
        private WorkloadReads reads;

        /** Saves the thread's share. */
        @Setup
        public void setUp(ConcurrentSteadyBenchmark benchmark, BenchmarkParams params) {
            saveShare(benchmark, params.getThreads());
        }

        void saveShare(ConcurrentSteadyBenchmark benchmark, int threads) {
            // Every second write is a deletion.
            tasks = new TurnedOver(benchmark.kind().maxWritesUnderWay() / 2);
            writes = benchmark.newWrites();
            reads = benchmark.newReads();
            while (tasks.size() < TASKS / threads) {
                writes.saveTask(tasks.next++);
            }
            writes.drain();
            benchmark.callers.add(this);
        }

        /** Gives back what writing takes. */
        @TearDown
        public void tearDown() {
            writes.close();
        }
    }
}
