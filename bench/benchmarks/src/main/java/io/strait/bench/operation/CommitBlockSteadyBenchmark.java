package io.strait.bench.operation;

import io.strait.api.domain.Block;
import io.strait.api.domain.Task;
import io.strait.bench.harness.Check;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * What does it cost to build a block with 10 tasks and to commit it, to prune the chain to 100
 * blocks, and to delete the 10 oldest tasks, so that there are always 10,000?
 */
public class CommitBlockSteadyBenchmark extends SteadyStoreBenchmark {
    private static final int TASKS = 10_000;
    private static final int TASKS_PER_BLOCK = 10;
    private static final int KEPT_BLOCKS = 100;
    private static final int ROUNDS = 1_000;

    private long next;

    /** Commits and deletes in turn; an operation is one commit with ten deletions. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public void commitAndDelete() {
        for (int i = 0; i < ROUNDS; i++) {
            commit();
            long end = next * TASKS_PER_BLOCK - TASKS;
            for (long task = end - TASKS_PER_BLOCK; task < end; task++) {
                writes.deleteTask(task);
            }
        }
        writes.drain();
    }

    @Override
    protected int population() {
        return 2 * TASKS;
    }

    @Override
    protected void fill() {
        while (next * TASKS_PER_BLOCK < TASKS) {
            commit();
        }
    }

    @Override
    protected void check() {
        Check.equal("last block", next - 1, store.getLastProcessedBlock(Workload.CHAIN));
        long firstKept = next - KEPT_BLOCKS;
        Check.equal("pruned block", null, store.getBlock(Workload.CHAIN, firstKept - 1));
        for (long i : StoredWorkload.probes(KEPT_BLOCKS)) {
            Block block = Workload.block(Workload.CHAIN, firstKept + i);
            Check.equal("kept block", block, store.getBlock(Workload.CHAIN, firstKept + i));
        }
        List<Task> pending = store.listPendingTasks();
        long oldest = next * TASKS_PER_BLOCK - TASKS;
        StoredWorkload.checkTasks(
                pending, TASKS, i -> Workload.committedTask(oldest + i, TASKS_PER_BLOCK));
    }

    private void commit() {
        writes.commitNewBlock(next, TASKS_PER_BLOCK, Math.max(0, next - KEPT_BLOCKS + 1));
        next++;
    }
}
