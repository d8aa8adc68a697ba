package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.fork;
import static io.strait.conformance.Samples.hash;
import static io.strait.conformance.Samples.task;
import static io.strait.conformance.Samples.taskIn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.BlockConflictException;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.ParentMismatchException;
import io.strait.api.error.TaskExistsException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pruning and the history in commits, and which refusal comes first when several apply. */
public abstract class AggregatorCommitHistoryConformance extends Conformance {

    @Test
    void shouldPruneBelowTheGivenNumber() {
        aggregator.saveBlock(block(1));
        aggregator.saveBlock(block(3));
        aggregator.saveBlock(block(4));
        aggregator.commitBlock(block(5), List.of(), 3);
        assertEquals(List.of(block(3), block(4), block(5)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldPruneNothingBelowZero() {
        aggregator.saveBlock(block(0));
        aggregator.commitBlock(block(1), List.of(), 0);
        assertEquals(List.of(block(0), block(1)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldKeepTheCommittedBlockAndThoseAheadWhenPruningUpToIt() {
        aggregator.saveBlock(block(4));
        aggregator.saveBlock(block(9));
        aggregator.commitBlock(block(5), List.of(), 5);
        assertEquals(List.of(block(5), block(9)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldCheckTheParentBeforePruningIt() {
        aggregator.saveBlock(fork(4));
        assertRefused(
                ParentMismatchException.class,
                () -> aggregator.commitBlock(block(5), List.of(), 5));
    }

    @Test
    void shouldPruneOnlyTheChainOfTheBlock() {
        Chain other = Chain.of(AVS, 17_000);
        aggregator.saveBlock(block(other, 1));
        aggregator.commitBlock(block(5), List.of(), 5);
        assertEquals(List.of(block(other, 1)), aggregator.listBlocks(other));
    }

    @Test
    void shouldDropTheLowestBlocksBeyondTheHistory() {
        useLimits(limits -> limits.blockHistoryPerChain(2));
        for (long number = 1; number <= 5; number++) {
            aggregator.commitBlock(block(number), List.of(), 0);
        }
        assertEquals(List.of(block(4), block(5)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldApplyTheHistoryAfterPruning() {
        useLimits(limits -> limits.blockHistoryPerChain(3));
        for (long number : new long[] {1, 2, 9}) {
            aggregator.saveBlock(block(number));
        }
        aggregator.commitBlock(block(5), List.of(), 2);
        assertEquals(List.of(block(2), block(5), block(9)), aggregator.listBlocks(CHAIN));
        aggregator.commitBlock(block(7), List.of(), 0);
        assertEquals(List.of(block(5), block(7), block(9)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldWorkWithAHistoryOfOneBlock() {
        useLimits(limits -> limits.blockHistoryPerChain(1));
        aggregator.commitBlock(block(1), List.of(), 0);
        assertRefused(
                ParentMismatchException.class,
                () -> aggregator.commitBlock(new Block(CHAIN, 2, "0x2", "0xno", 1), List.of(), 0));
        aggregator.commitBlock(block(2), List.of(), 0);
        assertEquals(List.of(block(2)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldRejectABlockBelowAFullHistory() {
        useLimits(limits -> limits.blockHistoryPerChain(2));
        aggregator.saveBlock(block(8));
        aggregator.saveBlock(block(9));
        CapacityExceededException refusal =
                assertRefused(
                        CapacityExceededException.class,
                        () -> aggregator.commitBlock(block(5), List.of(), 5));
        assertEquals("blockHistoryPerChain", refusal.limit());
        aggregator.commitBlock(block(8), List.of(), 0);
        assertEquals(List.of(block(8), block(9)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldJudgeTheBlocksNumberBeforeEverythingElse() {
        useLimits(limits -> limits.maxTasks(1));
        aggregator.saveTask(task("t"));
        aggregator.commitBlock(fork(4), List.of(), 0);
        aggregator.commitBlock(new Block(CHAIN, 5, "0x5", fork(4).hash(), 1), List.of(), 0);
        // the parent is another one, the task exists, and there is no room for it
        List<Task> tasks = List.of(taskIn(block(5), "t"), taskIn(block(5), "u"));
        assertRefused(BlockOrderException.class, () -> aggregator.commitBlock(block(5), tasks, 0));
        Block sameHash = new Block(CHAIN, 5, "0x5", hash(4), 1);
        assertEquals(
                "5",
                assertRefused(
                                AlreadyExistsException.class,
                                () -> aggregator.commitBlock(sameHash, tasks, 0))
                        .id());
    }

    @Test
    void shouldJudgeTheBlockSavedAheadBeforeTheParent() {
        aggregator.saveBlock(fork(4));
        aggregator.saveBlock(fork(5));
        assertRefused(
                BlockConflictException.class, () -> aggregator.commitBlock(block(5), List.of(), 0));
    }

    @Test
    void shouldJudgeTheParentBeforeTheTasks() {
        aggregator.saveTask(task("t"));
        aggregator.saveBlock(fork(4));
        assertRefused(
                ParentMismatchException.class,
                () -> aggregator.commitBlock(block(5), List.of(taskIn(block(5), "t")), 0));
    }

    @Test
    void shouldJudgeTheTasksBeforeTheLimits() {
        useLimits(limits -> limits.maxTasks(1).maxChains(1).blockHistoryPerChain(1));
        aggregator.saveTask(task("t"));
        Chain other = Chain.of(AVS, 2);
        aggregator.saveBlock(block(other, 9));
        List<Task> onNewChain = List.of(taskIn(block(1), "u"), taskIn(block(1), "t"));
        assertRefused(
                TaskExistsException.class, () -> aggregator.commitBlock(block(1), onNewChain, 0));
        Block low = block(other, 1);
        assertRefused(
                TaskExistsException.class,
                () -> aggregator.commitBlock(low, List.of(taskIn(low, "t")), 0));
    }

    @Test
    void shouldJudgeChainsThenHistoryThenTasksAmongTheLimits() {
        useLimits(limits -> limits.maxTasks(1).maxChains(1).blockHistoryPerChain(1));
        aggregator.saveTask(task("t"));
        Chain other = Chain.of(AVS, 2);
        aggregator.saveBlock(block(other, 9));
        assertLimit("maxChains", block(1));
        assertLimit("blockHistoryPerChain", block(other, 1));
        assertLimit("maxTasks", block(other, 10));
    }

    private void assertLimit(String limit, Block block) {
        List<Task> tasks = List.of(taskIn(block, "u"));
        assertEquals(
                limit,
                assertRefused(
                                CapacityExceededException.class,
                                () -> aggregator.commitBlock(block, tasks, 0))
                        .limit());
    }
}
