package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.OTHER_AVS;
import static io.strait.conformance.Samples.T0;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.fork;
import static io.strait.conformance.Samples.task;
import static io.strait.conformance.Samples.taskIn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Rollback;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskBegin;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Going back after a reorganisation. */
public abstract class AggregatorRollbackConformance extends Conformance {

    @Test
    void shouldDropBlocksAndTasksAboveTheAncestorAndReportThem() {
        for (long number = 1; number <= 4; number++) {
            commitWithTask(number);
        }
        aggregator.updateTaskStatus("t4", TaskStatus.PROCESSING);
        List<TaskRecord> orphans = List.of(record("t3"), record("t4"));
        Rollback rollback = aggregator.rollbackTo(CHAIN, 2);
        assertEquals(new Rollback(CHAIN, 2, List.of(block(3), block(4)), orphans), rollback);
        assertEquals(2, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(block(1), block(2)), aggregator.listBlocks(CHAIN));
        assertEquals(Optional.empty(), aggregator.getTask("t3"));
        assertEquals(
                List.of(taskIn(block(1), "t1"), taskIn(block(2), "t2")),
                aggregator.listPendingTasks());
    }

    @Test
    void shouldDropTasksInWhateverStatus() {
        commitWithTask(1);
        for (TaskStatus status : TaskStatus.values()) {
            saveIn(status, taskIn(block(2), "in-" + status));
        }
        List<TaskStatus> dropped =
                aggregator.rollbackTo(CHAIN, 1).tasks().stream().map(TaskRecord::status).toList();
        assertEquals(List.of(TaskStatus.values()), dropped);
        for (TaskStatus status : List.of(TaskStatus.PROCESSING, TaskStatus.COMPLETED)) {
            assertEquals(List.of(), aggregator.listTasks(status));
        }
    }

    @Test
    void shouldReportTasksInTheOrderInWhichTheyWereSaved() {
        commitWithTask(1);
        aggregator.saveTask(taskIn(block(9), "late-block"));
        aggregator.saveTask(taskIn(block(3), "early-block"));
        aggregator.claimNextTask(AVS, T0);
        aggregator.requeueExpiredLeases(1);
        List<String> ids =
                aggregator.rollbackTo(CHAIN, 1).tasks().stream().map(TaskRecord::id).toList();
        assertEquals(List.of("late-block", "early-block"), ids);
    }

    @Test
    void shouldKeepWhatIsOnOtherChains() {
        Task sameIdOtherAvs = task("a").toBuilder().avs(OTHER_AVS).sourceBlockNumber(9).build();
        Task otherChainSameAvs = task("b").toBuilder().chainId(17_000).sourceBlockNumber(9).build();
        aggregator.saveTask(sameIdOtherAvs);
        aggregator.saveTask(otherChainSameAvs);
        aggregator.commitBlock(block(Chain.of(AVS, 17_000), 9), List.of(), 0);
        commitWithTask(1);
        commitWithTask(2);
        Rollback rollback = aggregator.rollbackTo(CHAIN, 1);
        assertEquals(List.of("t2"), rollback.tasks().stream().map(TaskRecord::id).toList());
        assertEquals(
                List.of(sameIdOtherAvs, otherChainSameAvs, taskIn(block(1), "t1")),
                aggregator.listPendingTasks());
        assertEquals(9, aggregator.getLastProcessedBlock(Chain.of(AVS, 17_000)));
    }

    @Test
    void shouldDropBlocksThatWereSavedAhead() {
        aggregator.commitBlock(block(1), List.of(), 0);
        aggregator.saveBlock(block(2));
        aggregator.saveBlock(block(Long.MAX_VALUE));
        Rollback rollback = aggregator.rollbackTo(CHAIN, 1);
        assertEquals(List.of(block(2), block(Long.MAX_VALUE)), rollback.blocks());
        assertEquals(List.of(block(1)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldCommitTheNewBranchAfterwardsUnderTheSameTaskIds() {
        commitWithTask(1);
        commitWithTask(2);
        aggregator.rollbackTo(CHAIN, 1);
        aggregator.commitBlock(fork(2), List.of(taskIn(fork(2), "t2")), 0);
        assertEquals(Optional.of(taskIn(fork(2), "t2")), aggregator.getTask("t2"));
        assertEquals(Optional.of(fork(2)), aggregator.getLastBlock(CHAIN));
    }

    @Test
    void shouldRejectAnUnknownChain() {
        NotFoundException refusal =
                assertRefused(NotFoundException.class, () -> aggregator.rollbackTo(CHAIN, 0));
        assertEquals("0xa1/1", refusal.id());
    }

    @Test
    void shouldRejectAnAncestorAboveTheLastProcessedBlock() {
        aggregator.commitBlock(block(3), List.of(), 0);
        aggregator.saveBlock(block(4));
        BlockOrderException refusal =
                assertRefused(BlockOrderException.class, () -> aggregator.rollbackTo(CHAIN, 4));
        assertEquals(4, refusal.blockNumber());
        assertEquals(3, refusal.lastProcessedBlock());
        // 9 is not stored either, though lower blocks are: the order is judged first
        assertRefused(BlockOrderException.class, () -> aggregator.rollbackTo(CHAIN, 9));
    }

    @Test
    void shouldRejectAnyAncestorWhenThereIsNoLastProcessedBlock() {
        aggregator.saveBlock(block(3));
        BlockOrderException refusal =
                assertRefused(BlockOrderException.class, () -> aggregator.rollbackTo(CHAIN, 0));
        assertEquals(-1, refusal.lastProcessedBlock());
    }

    @Test
    void shouldRejectAMissingAncestorAboveAStoredBlock() {
        aggregator.commitBlock(block(2), List.of(), 0);
        aggregator.commitBlock(block(5), List.of(), 0);
        NotFoundException refusal =
                assertRefused(NotFoundException.class, () -> aggregator.rollbackTo(CHAIN, 3));
        assertEquals("3", refusal.id());
        aggregator.setLastProcessedBlock(CHAIN, 7);
        assertRefused(NotFoundException.class, () -> aggregator.rollbackTo(CHAIN, 6));
    }

    @Test
    void shouldTakeTheLastProcessedBlockAsAncestorThoughItIsNotStored() {
        aggregator.commitBlock(block(2), List.of(), 0);
        aggregator.setLastProcessedBlock(CHAIN, 7);
        aggregator.saveBlock(block(9));
        Rollback rollback = aggregator.rollbackTo(CHAIN, 7);
        assertEquals(List.of(block(9)), rollback.blocks());
        assertEquals(7, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(block(2)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldTakeAnAncestorBelowAllStoredBlocksAtItsWord() {
        commitWithTask(5);
        Rollback rollback = aggregator.rollbackTo(CHAIN, 3);
        assertEquals(List.of(block(5)), rollback.blocks());
        assertEquals(3, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(), aggregator.listBlocks(CHAIN));
        aggregator.rollbackTo(CHAIN, 0);
        assertEquals(0, aggregator.getLastProcessedBlock(CHAIN));
    }

    @Test
    void shouldChangeNothingWhenThereIsNothingAboveTheLastProcessedBlock() throws Throwable {
        commitWithTask(1);
        commitWithTask(2);
        assertChangesNothing(
                () ->
                        assertEquals(
                                new Rollback(CHAIN, 2, List.of(), List.of()),
                                aggregator.rollbackTo(CHAIN, 2)));
    }

    @Test
    void shouldMakeRoomForOtherTasks() {
        useLimits(limits -> limits.maxTasks(2));
        commitWithTask(1);
        commitWithTask(2);
        aggregator.rollbackTo(CHAIN, 1);
        aggregator.saveTask(task("new"));
        assertEquals(2, aggregator.countTasks(TaskStatus.PENDING));
    }

    @Test
    void shouldRollBackManyBlocksAndTasks() {
        for (long number = 1; number <= 200; number++) {
            commitWithTask(number);
        }
        Rollback rollback = aggregator.rollbackTo(CHAIN, 40);
        assertEquals(160, rollback.blocks().size());
        assertEquals(160, rollback.tasks().size());
        assertEquals("t41", rollback.tasks().get(0).id());
        assertEquals(40, aggregator.listPendingTasks().size());
        assertEquals(40, aggregator.listBlocks(CHAIN).size());
    }

    private void commitWithTask(long number) {
        Block block = block(number);
        aggregator.commitBlock(block, List.of(taskIn(block, "t" + number)), 0);
    }

    private TaskRecord record(String taskId) {
        return aggregator.getTaskRecord(taskId).orElseThrow();
    }

    /** The aggregator forgets what was orphaned; whoever began the task by its id does not. */
    @Test
    void shouldTellThatATaskOfABlockMinedAgainWasDone() {
        aggregator.commitBlock(block(1), List.of(), 0);
        aggregator.commitBlock(block(2), List.of(taskIn(block(2), "t")), 0);
        assertEquals(TaskBegin.FIRST, executor.beginTask("t"));
        aggregator.updateTaskStatus("t", TaskStatus.PROCESSING);
        executor.finishTask("t", Bytes.ofUtf8("result"));
        aggregator.updateTaskStatus("t", TaskStatus.COMPLETED);
        aggregator.rollbackTo(CHAIN, 1);
        aggregator.commitBlock(block(2), List.of(taskIn(block(2), "t")), 0);
        assertEquals(TaskStatus.PENDING, aggregator.getTaskRecord("t").orElseThrow().status());
        assertEquals(
                new TaskBegin(TaskBegin.Standing.ALREADY_DONE, Bytes.ofUtf8("result")),
                executor.beginTask("t"));
    }
}
