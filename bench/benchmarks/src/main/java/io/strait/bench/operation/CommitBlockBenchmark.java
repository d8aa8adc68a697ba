package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.bench.harness.Check;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/**
 * What does it cost to commit a block with the tasks found in it, and to prune the chain to 100
 * blocks? Blocks and tasks are ready-made.
 */
public class CommitBlockBenchmark extends FreshStoreBenchmark {
    private static final int BLOCKS = 10_000;
    private static final int KEPT_BLOCKS = 100;

    /** How many tasks each block holds. */
    @Param("1")
    public int tasksPerBlock;

    /** Commits each block; all are visible when it returns. */
    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public void commitBlock() {
        for (int i = 0; i < BLOCKS; i++) {
            writes.commitBlock(i, Math.max(0, i - KEPT_BLOCKS + 1));
        }
        writes.drain();
    }

    @Override
    protected int population() {
        return Math.max(1, BLOCKS * tasksPerBlock);
    }

    @Override
    protected void fill() {
        writes.makeBlocks(BLOCKS, tasksPerBlock);
    }

    @Override
    protected void check() {
        Check.equal("last block", BLOCKS - 1L, store.getLastProcessedBlock(Workload.CHAIN));
        Check.equal(
                "pruned block", null, store.getBlock(Workload.CHAIN, BLOCKS - 1L - KEPT_BLOCKS));
        for (long i : StoredWorkload.probes(KEPT_BLOCKS)) {
            int number = BLOCKS - KEPT_BLOCKS + (int) i;
            Check.equal(
                    "kept block",
                    Workload.block(Workload.CHAIN, number),
                    store.getBlock(Workload.CHAIN, number));
        }
        List<Task> pending = store.listPendingTasks();
        Check.equal("tasks", (long) BLOCKS * tasksPerBlock, pending.size());
        for (long i : StoredWorkload.probes(pending.size())) {
            Task expected = Workload.committedTask(i, tasksPerBlock);
            StoredWorkload.checkTask(expected, pending.get((int) i));
            StoredWorkload.checkTask("task by id", expected, store.getTask(expected.id()));
        }
        Check.equal(
                "sum of blocks",
                tasksPerBlock * Workload.sumBelow(BLOCKS),
                Visit.sumOfBlocks(pending));
    }
}
