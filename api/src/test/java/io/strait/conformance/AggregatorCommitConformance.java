package io.strait.conformance;

import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.OTHER_AVS;
import static io.strait.conformance.Samples.T0;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.fork;
import static io.strait.conformance.Samples.hash;
import static io.strait.conformance.Samples.task;
import static io.strait.conformance.Samples.taskIn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.ParentCheck;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.BlockConflictException;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.ParentMismatchException;
import io.strait.api.error.ResultCode;
import io.strait.api.error.TaskExistsException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What committing a block does, and what it is refused for. */
public abstract class AggregatorCommitConformance extends Conformance {

    @Test
    void shouldStoreBlockAndTasksAndMoveForwardInOneStep() {
        List<Task> tasks = List.of(taskIn(block(5), "b"), taskIn(block(5), "a"));
        aggregator.saveTask(task("earlier"));
        clock.setMs(T0 + 1);
        aggregator.commitBlock(block(5), tasks, 0);
        assertEquals(5, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(Optional.of(block(5)), aggregator.getBlock(CHAIN, 5));
        assertEquals(
                List.of(task("earlier"), tasks.get(0), tasks.get(1)),
                aggregator.listPendingTasks());
        assertEquals(
                Optional.of(
                        new TaskRecord(
                                tasks.get(1),
                                TaskStatus.PENDING,
                                T0 + 1,
                                T0 + 1,
                                TaskRecord.NO_LEASE)),
                aggregator.getTaskRecord("a"));
    }

    @Test
    void shouldAllowGapsAndCommitsWithoutTasks() {
        aggregator.commitBlock(block(0), List.of(), 0);
        aggregator.commitBlock(block(7), List.of(), 0);
        aggregator.setLastProcessedBlock(CHAIN, 20);
        aggregator.commitBlock(block(21), List.of(), 0);
        aggregator.commitBlock(block(Long.MAX_VALUE), List.of(), 0);
        assertEquals(Long.MAX_VALUE, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(
                List.of(block(0), block(7), block(21), block(Long.MAX_VALUE)),
                aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldRejectACommitThatWasDoneAlready() {
        aggregator.commitBlock(block(4), List.of(), 0);
        aggregator.commitBlock(block(5), List.of(taskIn(block(5), "t")), 0);
        AlreadyExistsException refusal =
                assertRefused(
                        AlreadyExistsException.class,
                        () -> aggregator.commitBlock(block(5), List.of(taskIn(block(5), "t")), 0));
        assertEquals("5", refusal.id());
        assertEquals("blockNumber=5 exists already", refusal.getMessage());
        assertRefused(
                AlreadyExistsException.class, () -> aggregator.commitBlock(block(4), List.of(), 0));
    }

    @Test
    void shouldRejectAnotherBlockAtOrBelowTheLastProcessedOne() {
        aggregator.commitBlock(block(4), List.of(), 0);
        aggregator.commitBlock(block(5), List.of(), 0);
        BlockOrderException refusal =
                assertRefused(
                        BlockOrderException.class,
                        () -> aggregator.commitBlock(fork(5), List.of(), 0));
        assertEquals(5, refusal.blockNumber());
        assertEquals(5, refusal.lastProcessedBlock());
        assertRefused(
                BlockOrderException.class, () -> aggregator.commitBlock(fork(4), List.of(), 0));
        assertRefused(
                BlockOrderException.class, () -> aggregator.commitBlock(block(3), List.of(), 0));
    }

    @Test
    void shouldRejectABlockThatIsLastProcessedButNotStored() {
        aggregator.setLastProcessedBlock(CHAIN, 5);
        assertRefused(
                BlockOrderException.class, () -> aggregator.commitBlock(block(5), List.of(), 0));
    }

    @Test
    void shouldRejectAnotherBlockThanTheOneSavedAhead() {
        aggregator.saveBlock(fork(5));
        BlockConflictException refusal =
                assertRefused(
                        BlockConflictException.class,
                        () -> aggregator.commitBlock(block(5), List.of(), 0));
        assertEquals(ResultCode.BLOCK_CONFLICT, refusal.code());
        assertEquals(5, refusal.blockNumber());
        assertEquals(fork(5).hash(), refusal.storedHash());
        assertEquals(block(5).hash(), refusal.hash());
    }

    @Test
    void shouldReplaceTheSameBlockSavedAhead() {
        aggregator.saveBlock(new Block(CHAIN, 5, hash(5), "0xguess", 1));
        aggregator.commitBlock(block(5), List.of(), 0);
        assertEquals(List.of(block(5)), aggregator.listBlocks(CHAIN));
        assertEquals(5, aggregator.getLastProcessedBlock(CHAIN));
    }

    @Test
    void shouldRejectABlockWhoseParentIsNotTheStoredOne() {
        aggregator.commitBlock(fork(4), List.of(), 0);
        ParentMismatchException refusal =
                assertRefused(
                        ParentMismatchException.class,
                        () -> aggregator.commitBlock(block(5), List.of(taskIn(block(5), "t")), 0));
        assertEquals(ResultCode.PARENT_MISMATCH, refusal.code());
        assertEquals(5, refusal.blockNumber());
        assertEquals(fork(4).hash(), refusal.storedHash());
        assertEquals(hash(4), refusal.parentHash());
    }

    @Test
    void shouldCheckAParentThatWasOnlySaved() {
        aggregator.saveBlock(fork(4));
        assertRefused(
                ParentMismatchException.class,
                () -> aggregator.commitBlock(block(5), List.of(), 0));
    }

    @Test
    void shouldCommitOnAParentThatWasOnlySaved() {
        aggregator.saveBlock(block(4));
        aggregator.commitBlock(block(5), List.of(taskIn(block(5), "t")), 0);
        assertEquals(5, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(block(4), block(5)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldCommitBelowABlockSavedAhead() {
        aggregator.commitBlock(block(4), List.of(), 0);
        aggregator.saveBlock(block(6));
        aggregator.saveBlock(block(7));
        aggregator.commitBlock(block(5), List.of(), 0);
        assertEquals(5, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(Optional.of(block(7)), aggregator.getLastBlock(CHAIN));
        aggregator.commitBlock(block(6), List.of(), 0);
        assertEquals(6, aggregator.getLastProcessedBlock(CHAIN));
        aggregator.commitBlock(block(7), List.of(), 0);
        assertEquals(List.of(block(4), block(5), block(6), block(7)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldNotCheckABlockSavedAheadAgainstTheOneThatIsCommittedBelow() {
        Block guess = new Block(CHAIN, 6, hash(6), "0xguess", 1);
        aggregator.saveBlock(guess);
        aggregator.commitBlock(block(5), List.of(), 0);
        assertEquals(List.of(block(5), guess), aggregator.listBlocks(CHAIN));
        // It is checked when it is committed, and then it is the committed one that is stored.
        ParentMismatchException refusal =
                assertRefused(
                        ParentMismatchException.class,
                        () -> aggregator.commitBlock(guess, List.of(), 0));
        assertEquals(hash(5), refusal.storedHash());
        aggregator.commitBlock(block(6), List.of(), 0);
        assertEquals(List.of(block(5), block(6)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldCheckTheParentAlsoWhenHigherBlocksAreSavedAhead() {
        aggregator.commitBlock(block(4), List.of(), 0);
        aggregator.saveBlock(block(6));
        aggregator.saveBlock(block(9));
        assertRefused(
                ParentMismatchException.class,
                () -> aggregator.commitBlock(new Block(CHAIN, 5, hash(5), "0x1", 1), List.of(), 0));
        assertRefused(
                ParentMismatchException.class,
                () -> aggregator.commitBlock(new Block(CHAIN, 7, hash(7), "0x1", 1), List.of(), 0));
        aggregator.commitBlock(block(7), List.of(), 0);
        assertEquals(7, aggregator.getLastProcessedBlock(CHAIN));
        // Skipped, and known by its hash all the same.
        assertRefused(
                AlreadyExistsException.class, () -> aggregator.commitBlock(block(6), List.of(), 0));
        assertRefused(
                BlockOrderException.class, () -> aggregator.commitBlock(fork(6), List.of(), 0));
        assertRefused(
                BlockOrderException.class, () -> aggregator.commitBlock(block(5), List.of(), 0));
    }

    @Test
    void shouldReplaceOnlyTheSameOneOfSeveralSavedAhead() {
        aggregator.saveBlock(new Block(CHAIN, 5, hash(5), "0xguess", 1));
        aggregator.saveBlock(fork(6));
        aggregator.commitBlock(block(5), List.of(), 0);
        assertRefused(
                BlockConflictException.class, () -> aggregator.commitBlock(block(6), List.of(), 0));
        aggregator.deleteBlock(CHAIN, 6);
        aggregator.commitBlock(block(6), List.of(), 0);
        assertEquals(List.of(block(5), block(6)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldCompareParentHashesWithoutHexCase() {
        aggregator.commitBlock(new Block(CHAIN, 4, "0xABC", "0x0", 1), List.of(), 0);
        aggregator.commitBlock(new Block(CHAIN, 5, "0xDEF", "0XaBc", 1), List.of(), 0);
        assertEquals(5, aggregator.getLastProcessedBlock(CHAIN));
    }

    @Test
    void shouldNotCheckTheParentOnAnotherChain() {
        aggregator.saveBlock(block(Chain.of(OTHER_AVS, 1), 4));
        aggregator.saveBlock(block(Chain.of(CHAIN.avs(), 17_000), 4));
        aggregator.commitBlock(new Block(CHAIN, 5, "0x5", "0xunknown", 1), List.of(), 0);
        assertEquals(5, aggregator.getLastProcessedBlock(CHAIN));
    }

    @Test
    void shouldRejectTheWholeCommitWhenOneTaskExistsInWhateverStatus() {
        for (TaskStatus status : TaskStatus.values()) {
            String id = "old-" + status;
            saveIn(status, task(id));
            List<Task> tasks = List.of(taskIn(block(1), "new"), taskIn(block(1), id));
            TaskExistsException refusal =
                    assertRefused(
                            TaskExistsException.class,
                            () -> aggregator.commitBlock(block(1), tasks, 0));
            assertEquals(id, refusal.taskId());
        }
    }

    @Test
    void shouldNameTheFirstTaskThatExists() {
        aggregator.saveTask(task("x"));
        aggregator.saveTask(task("y"));
        List<Task> tasks =
                List.of(taskIn(block(1), "new"), taskIn(block(1), "y"), taskIn(block(1), "x"));
        TaskExistsException refusal =
                assertRefused(
                        TaskExistsException.class,
                        () -> aggregator.commitBlock(block(1), tasks, 0));
        assertEquals("y", refusal.taskId());
    }

    @Test
    void shouldRejectTheWholeCommitWhenItsTasksDoNotFit() {
        useLimits(limits -> limits.maxTasks(3));
        aggregator.saveTask(task("pending"));
        aggregator.saveTask(task("processing"));
        aggregator.updateTaskStatus("processing", TaskStatus.PROCESSING);
        List<Task> tasks = List.of(taskIn(block(1), "a"), taskIn(block(1), "b"));
        CapacityExceededException refusal =
                assertRefused(
                        CapacityExceededException.class,
                        () -> aggregator.commitBlock(block(1), tasks, 0));
        assertEquals("maxTasks", refusal.limit());
        assertEquals(3, refusal.value());
        aggregator.updateTaskStatus("processing", TaskStatus.COMPLETED);
        aggregator.commitBlock(block(1), tasks, 0);
        aggregator.commitBlock(block(2), List.of(), 0);
        assertEquals(3, aggregator.countTasks(TaskStatus.PENDING));
    }

    /** 103 upon 101 whose parent is 100: by number nobody asks, as 102 is left out. */
    @Test
    void shouldCheckTheParentOverAGapByHash() {
        aggregator.commitBlock(block(100), List.of(), 0);
        commitByHash(block(101));
        Block onOld = new Block(CHAIN, 103, "0x103", hash(100), 1);
        ParentMismatchException refusal =
                assertRefused(ParentMismatchException.class, () -> commitByHash(onOld));
        assertEquals(hash(101), refusal.storedHash());
        assertEquals(hash(100), refusal.parentHash());
        Block onNewest = new Block(CHAIN, 103, "0x103", hash(101), 1);
        commitByHash(onNewest);
        assertRefused(AlreadyExistsException.class, () -> commitByHash(onNewest));
        commitByHash(new Block(CHAIN, 110, "0x110", "0x103", 1));
        assertRefused(
                ParentMismatchException.class,
                () -> commitByHash(new Block(CHAIN, 111, "0x111", "0x103", 1)));
        aggregator.rollbackTo(CHAIN, 103);
        commitByHash(new Block(CHAIN, 106, "0x106", "0x103", 1));
        assertEquals(106, aggregator.getLastProcessedBlock(CHAIN));
    }

    @Test
    void shouldTakeAnyFirstBlockByHash() {
        commitByHash(block(7));
        aggregator.forgetChain(CHAIN);
        commitByHash(block(3));
        aggregator.resetChain(block(9));
        assertRefused(ParentMismatchException.class, () -> commitByHash(block(20)));
        commitByHash(new Block(CHAIN, 20, "0x20", hash(9), 1));
    }

    /** What was saved ahead does not hide the last processed block. */
    @Test
    void shouldFollowParentsThroughBlocksSavedAheadByHash() {
        aggregator.commitBlock(block(1), List.of(), 0);
        aggregator.saveBlock(block(3)); // its parent, 2, is neither stored nor the last one
        assertLinkMissing(block(4), 3, hash(2), 1);
        assertLinkMissing(new Block(CHAIN, 4, "0x4", hash(1), 1), 4, hash(1), 3);
        aggregator.saveBlock(block(2));
        commitByHash(block(4));
        assertEquals(4, aggregator.getLastProcessedBlock(CHAIN));
    }

    /** The refusal names the block saved ahead that lost, so that it can be deleted. */
    @Test
    void shouldNameTheBlockSavedAheadThatIsNoParent() {
        aggregator.commitBlock(block(1), List.of(), 0);
        aggregator.saveBlock(new Block(CHAIN, 2, "0xlost", hash(1), 1));
        aggregator.saveBlock(block(3));
        aggregator.saveBlock(block(4));
        ParentMismatchException refusal = assertLinkMissing(block(5), 3, hash(2), 2);
        assertEquals("0xlost", refusal.storedHash());
        aggregator.deleteBlock(CHAIN, refusal.storedNumber());
        assertLinkMissing(block(5), 3, hash(2), 1);
        aggregator.saveBlock(block(2));
        commitByHash(block(5));
    }

    private ParentMismatchException assertLinkMissing(
            Block commit, long blockNumber, String parentHash, long storedNumber) {
        ParentMismatchException refusal =
                assertRefused(ParentMismatchException.class, () -> commitByHash(commit));
        assertEquals(blockNumber, refusal.blockNumber());
        assertEquals(parentHash, refusal.parentHash());
        assertEquals(storedNumber, refusal.storedNumber());
        return refusal;
    }

    @Test
    void shouldCheckTheParentByHashAgainstTheNewestBlockThatIsTooOld() {
        useLimits(limits -> limits.blockHistoryPerChain(1));
        commitByHash(block(1));
        commitByHash(new Block(CHAIN, 5, "0x5", hash(1), 1));
        aggregator.rollbackTo(CHAIN, 1);
        Block onAnother = new Block(CHAIN, 6, "0x6", "0x5", 1);
        assertRefused(ParentMismatchException.class, () -> commitByHash(onAnother));
        commitByHash(new Block(CHAIN, 6, "0x6", hash(1), 1));
        assertEquals(6, aggregator.getLastProcessedBlock(CHAIN));
    }

    private void commitByHash(Block block) {
        aggregator.commitBlock(block, List.of(), 0, ParentCheck.BY_HASH);
    }
}
