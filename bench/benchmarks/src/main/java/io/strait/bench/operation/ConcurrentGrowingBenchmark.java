package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.bench.harness.Check;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The published concurrent row: two threads, each of which saves a new task and lists the pending
 * ones in turn. The population grows, so the figure depends on how long it runs: here, always from
 * none to 2,000 tasks. The threads are the benchmark's own, so that the clock runs from the start
 * of the first to the end of the last.
 */
public class ConcurrentGrowingBenchmark extends FreshStoreBenchmark {
    private static final int THREADS = 2;
    private static final int TASKS_PER_THREAD = 1_000;
    private static final int TASKS = THREADS * TASKS_PER_THREAD;

    /** One save, one list. */
    private static final int OPERATIONS_PER_ROUND = 2;

    private final CyclicBarrier start = new CyclicBarrier(THREADS + 1);
    private final CyclicBarrier end = new CyclicBarrier(THREADS + 1);
    private final AtomicLong nextId = new AtomicLong();
    private final Thread[] threads = new Thread[THREADS];
    private volatile Throwable failure;
    private final LongAdder visited = new LongAdder();
    private final LongAdder visitedSum = new LongAdder();

    /** Starts the threads, which wait. */
    @Setup(Level.Trial)
    public void startThreads() {
        for (int i = 0; i < THREADS; i++) {
            threads[i] = new Thread(this::runRounds, "caller-" + i);
            threads[i].setDaemon(true);
            threads[i].start();
        }
    }

    /** Ends them. */
    @TearDown(Level.Trial)
    public void endThreads() {
        for (Thread thread : threads) {
            thread.interrupt();
        }
    }

    /** Lets the threads save and list; both are done when it returns. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS_PER_ROUND * TASKS)
    public long saveAndList() throws InterruptedException, BrokenBarrierException {
        start.await();
        end.await();
        return visitedSum.sum();
    }

    @Override
    protected int population() {
        return TASKS;
    }

    @Override
    protected void fill() {
        nextId.set(0);
        visited.reset();
        visitedSum.reset();
    }

    /** A list holds at least what its caller has saved, and at most what anybody will. */
    @Override
    protected void check() {
        Check.equal("failure", null, failure);
        List<Task> pending = store.listPendingTasks();
        StoredWorkload.checkTasks(StoredWorkload.byNumber(pending), TASKS, Workload::newTask);
        Check.equal("sum of blocks", Workload.sumBelow(TASKS), Visit.sumOfBlocks(pending));
        StoredWorkload.checkBetween(
                "visited tasks",
                THREADS * Workload.sumBelow(TASKS_PER_THREAD + 1L),
                (long) TASKS * TASKS,
                visited.sum());
    }

    private void runRounds() {
        try {
            while (true) {
                start.await();
                try {
                    saveAndVisit();
                } catch (RuntimeException | Error e) {
                    failure = e;
                }
                end.await();
            }
        } catch (InterruptedException | BrokenBarrierException e) {
            // The benchmark is over.
        }
    }

    private void saveAndVisit() {
        Visited all = new Visited();
        for (int i = 0; i < TASKS_PER_THREAD; i++) {
            store.saveTask(Workload.newTask(nextId.getAndIncrement()));
            store.listPendingTasks().forEach(all);
        }
        store.drain();
        visited.add(all.count);
        visitedSum.add(all.sum);
    }

    /** What a thread has seen. */
    private static final class Visited implements Consumer<Task> {
        private long count;
        private long sum;

        @Override
        public void accept(Task task) {
            count++;
            sum += task.sourceBlockNumber();
        }
    }
}
