package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.fork;
import static io.strait.conformance.Samples.hash;
import static io.strait.conformance.Samples.taskIn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Rollback;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.NotFoundException;
import io.strait.api.error.ParentMismatchException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reorganisations that are deeper than the stored history, and the ways on. */
public abstract class AggregatorResetConformance extends Conformance {

    /** A fork at the newest block that the history has lost is still found out. */
    @Test
    void shouldCheckTheParentAgainstTheNewestBlockThatIsTooOld() {
        useLimits(limits -> limits.blockHistoryPerChain(1));
        commitWithTask(block(1));
        commitWithTask(block(2));
        aggregator.rollbackTo(CHAIN, 1);
        Block onAnother = new Block(CHAIN, 2, "0xf2", "0xanother", 1);
        ParentMismatchException refusal =
                assertRefused(
                        ParentMismatchException.class,
                        () -> aggregator.commitBlock(onAnother, List.of(), 0));
        assertEquals(hash(1), refusal.storedHash());
        assertEquals(List.of("t1"), pendingIds());
        aggregator.commitBlock(fork(2), List.of(), 0);
        assertEquals(List.of(fork(2)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldCheckTheParentAgainstTheNewestBlockThatWasPruned() {
        commitWithTask(block(1));
        commitWithTask(block(2));
        aggregator.commitBlock(block(3), List.of(), 3);
        aggregator.rollbackTo(CHAIN, 2);
        Block onAnother = new Block(CHAIN, 3, "0xf3", "0xanother", 1);
        assertRefused(
                ParentMismatchException.class,
                () -> aggregator.commitBlock(onAnother, List.of(), 0));
    }

    @Test
    void shouldRejectAnAncestorThatIsTooOld() {
        useLimits(limits -> limits.blockHistoryPerChain(2));
        for (long number = 1; number <= 5; number++) {
            commitWithTask(block(number));
        }
        NotFoundException refusal =
                assertRefused(NotFoundException.class, () -> aggregator.rollbackTo(CHAIN, 2));
        assertEquals("2", refusal.id());
        assertEquals(5, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(3, aggregator.rollbackTo(CHAIN, 3).ancestorNumber());
    }

    @Test
    void shouldNotCommitWhatIsTooOldAfterTheNewerBlocksWereDeleted() {
        useLimits(limits -> limits.blockHistoryPerChain(1));
        commitWithTask(block(4));
        commitWithTask(block(5));
        aggregator.deleteBlock(CHAIN, 5);
        BlockOrderException refusal =
                assertRefused(
                        BlockOrderException.class,
                        () -> aggregator.commitBlock(block(4), List.of(), 0));
        assertEquals(4, refusal.lastProcessedBlock());
        aggregator.commitBlock(block(5), List.of(), 0);
    }

    @Test
    void shouldGoOnFromABlockThatIsNotStored() {
        useLimits(limits -> limits.blockHistoryPerChain(2));
        for (long number = 1; number <= 5; number++) {
            commitWithTask(block(number));
        }
        List<TaskRecord> orphans = List.of(record("t4"), record("t5"));
        Block base = new Block(CHAIN, 4, "0xf4", "0xf3", 1);
        assertEquals(
                new Rollback(CHAIN, 4, List.of(block(4), block(5)), orphans),
                aggregator.resetChain(base));
        assertEquals(4, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(base), aggregator.listBlocks(CHAIN));
        assertEquals(List.of("t1", "t2", "t3"), pendingIds());
        assertRefused(
                ParentMismatchException.class,
                () -> aggregator.commitBlock(block(5), List.of(), 0));
        aggregator.commitBlock(new Block(CHAIN, 5, "0xf5", "0xf4", 1), List.of(), 0);
    }

    @Test
    void shouldDropTheTasksOfBlocksBelowThatAreUnknown() {
        for (long number = 1; number <= 5; number++) {
            commitWithTask(block(number));
        }
        aggregator.deleteBlock(CHAIN, 1);
        aggregator.resetChain(new Block(CHAIN, 4, "0xf4", "0xf3", 1));
        assertEquals(List.of("t1"), pendingIds());
    }

    @Test
    void shouldRollBackToABlockThatIsStored() {
        for (long number = 1; number <= 4; number++) {
            commitWithTask(block(number));
        }
        Rollback rollback = aggregator.resetChain(block(2));
        assertEquals(List.of(block(3), block(4)), rollback.blocks());
        assertEquals(List.of(block(1), block(2)), aggregator.listBlocks(CHAIN));
        assertEquals(List.of("t1", "t2"), pendingIds());
    }

    @Test
    void shouldChangeNothingWhenTheChainIsThere() throws Throwable {
        commitWithTask(block(1));
        assertChangesNothing(() -> aggregator.resetChain(block(1)));
    }

    @Test
    void shouldBeginAChainAboveWhatIsKnown() {
        aggregator.resetChain(block(100));
        assertEquals(List.of(CHAIN), aggregator.listChains());
        aggregator.commitBlock(block(101), List.of(), 0);
        aggregator.resetChain(fork(200));
        assertEquals(200, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(fork(200)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldNotBeginMoreChainsThanThereMayBe() {
        useLimits(limits -> limits.maxChains(1));
        aggregator.saveBlock(block(Chain.of(AVS, 2), 1));
        assertRefused(CapacityExceededException.class, () -> aggregator.resetChain(block(1)));
    }

    /** Whoever stores an old block again can go back to it, and on from there. */
    @Test
    void shouldGoOnFromAnOldBlockThatWasStoredAgain() {
        useLimits(limits -> limits.blockHistoryPerChain(2));
        for (long number = 1; number <= 4; number++) {
            commitWithTask(block(number));
        }
        aggregator.deleteBlock(CHAIN, 3);
        aggregator.saveBlock(block(1));
        assertEquals(List.of(block(4)), aggregator.rollbackTo(CHAIN, 1).blocks());
        aggregator.commitBlock(fork(2), List.of(), 0);
        assertEquals(List.of(block(1), fork(2)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldTakeTheLargestNumber() {
        commitWithTask(block(7));
        Rollback rollback = aggregator.resetChain(block(Long.MAX_VALUE));
        assertEquals(List.of(block(7)), rollback.blocks());
        assertEquals(List.of("t7"), rollback.tasks().stream().map(TaskRecord::id).toList());
        assertEquals(Long.MAX_VALUE, aggregator.getLastProcessedBlock(CHAIN));
    }

    @Test
    void shouldForgetAChain() throws Throwable {
        useLimits(limits -> limits.blockHistoryPerChain(2));
        for (long number = 1; number <= 3; number++) {
            commitWithTask(block(number));
        }
        Chain other = Chain.of(AVS, 2);
        aggregator.commitBlock(block(other, 7), List.of(), 0);
        List<TaskRecord> orphans = List.of(record("t1"), record("t2"), record("t3"));
        assertEquals(
                new Rollback(CHAIN, AggregatorView.NO_BLOCK, List.of(block(2), block(3)), orphans),
                aggregator.forgetChain(CHAIN));
        assertEquals(AggregatorView.NO_BLOCK, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(), aggregator.listBlocks(CHAIN));
        assertEquals(7, aggregator.getLastProcessedBlock(other));
        assertEquals(List.of(CHAIN, other), aggregator.listChains());
        assertChangesNothing(() -> aggregator.forgetChain(CHAIN));
        // The same network again, from its first block, on another branch.
        aggregator.commitBlock(fork(0), List.of(), 0);
        commitWithTask(new Block(CHAIN, 1, "0xf1", fork(0).hash(), 1));
    }

    @Test
    void shouldNotForgetAnUnknownChain() {
        NotFoundException refusal =
                assertRefused(NotFoundException.class, () -> aggregator.forgetChain(CHAIN));
        assertEquals("0xa1/1", refusal.id());
    }

    private void commitWithTask(Block block) {
        Task task = taskIn(block, "t" + block.number());
        aggregator.commitBlock(block, List.of(task), 0);
    }

    private List<String> pendingIds() {
        return aggregator.listPendingTasks().stream().map(Task::id).toList();
    }

    private TaskRecord record(String taskId) {
        return aggregator.getTaskRecord(taskId).orElseThrow();
    }
}
