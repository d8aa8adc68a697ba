package io.strait.bench.operation;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.bench.harness.Check;
import java.util.ArrayList;
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
    private static final Chain CHAIN = Chain.of(Workload.AVS, 1);

    /** How many tasks each block holds. */
    @Param("1")
    public int tasksPerBlock;

    private List<Block> blocks;
    private List<List<Task>> tasks;

    /** Commits each block; all are visible when it returns. */
    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public void commitBlock() {
        for (int i = 0; i < BLOCKS; i++) {
            store.commitBlock(blocks.get(i), tasks.get(i), Math.max(0, i - KEPT_BLOCKS + 1));
        }
        store.drain();
    }

    @Override
    protected int population() {
        return Math.max(1, BLOCKS * tasksPerBlock);
    }

    @Override
    protected void fill() {
        if (blocks == null) {
            blocks = new ArrayList<>(BLOCKS);
            tasks = new ArrayList<>(BLOCKS);
            for (int i = 0; i < BLOCKS; i++) {
                Block block = Workload.block(CHAIN, i);
                blocks.add(block);
                tasks.add(Workload.tasksIn(block, tasksPerBlock));
            }
        }
    }

    @Override
    protected void check() {
        Check.equal("last block", BLOCKS - 1L, store.getLastProcessedBlock(CHAIN));
        Check.equal("pruned block", null, store.getBlock(CHAIN, BLOCKS - 1L - KEPT_BLOCKS));
        for (long i : StoredWorkload.probes(KEPT_BLOCKS)) {
            int number = BLOCKS - KEPT_BLOCKS + (int) i;
            Check.equal("kept block", blocks.get(number), store.getBlock(CHAIN, number));
        }
        List<Task> pending = store.listPendingTasks();
        Check.equal("tasks", (long) BLOCKS * tasksPerBlock, pending.size());
        for (long i : StoredWorkload.probes(pending.size())) {
            Task expected = tasks.get((int) i / tasksPerBlock).get((int) i % tasksPerBlock);
            Check.equal("task", expected, pending.get((int) i));
            Check.equal("task by id", expected, store.getTask(expected.id()));
        }
        Check.equal(
                "sum of blocks",
                tasksPerBlock * Workload.sumBelow(BLOCKS),
                Visit.sumOfBlocks(pending));
    }
}
