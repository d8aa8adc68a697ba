package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.T0;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.deployment;
import static io.strait.conformance.Samples.fork;
import static io.strait.conformance.Samples.performer;
import static io.strait.conformance.Samples.task;
import static io.strait.conformance.Samples.taskIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Rollback;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskBegin;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.EngineClosedException;
import io.strait.api.error.InvalidTransitionException;
import io.strait.api.error.ResultCode;
import io.strait.api.error.TaskExistsException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * One test for each fault of the stores that Strait was made to replace: each is a row of the user
 * guide's table of what differs.
 */
public abstract class FaultTableConformance extends Conformance {

    @Test
    void shouldRefuseSavingATaskThatExistsAlways() {
        for (TaskStatus status : TaskStatus.values()) {
            saveIn(status, task("t-" + status));
            AlreadyExistsException refusal =
                    assertRefused(
                            AlreadyExistsException.class,
                            () -> aggregator.saveTask(task("t-" + status)));
            assertEquals(ResultCode.ALREADY_EXISTS, refusal.code());
        }
    }

    @Test
    void shouldDefineTheLastProcessedBlockAfterThatBlockIsDeleted() {
        aggregator.commitBlock(block(1), List.of(), 0);
        aggregator.commitBlock(block(5), List.of(), 0);
        aggregator.deleteBlock(CHAIN, 5);
        assertEquals(1, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(Optional.of(block(1)), aggregator.getLastBlock(CHAIN));
        assertRefused(BlockOrderException.class, () -> aggregator.setLastProcessedBlock(CHAIN, 0));
    }

    @Test
    void shouldNotReadChain17000WhenAskedForChain1() {
        Chain holesky = Chain.of(AVS, 17_000);
        aggregator.commitBlock(block(holesky, 8), List.of(), 0);
        aggregator.commitBlock(block(1), List.of(), 0);
        assertEquals(List.of(block(1)), aggregator.listBlocks(CHAIN));
        assertEquals(Optional.of(block(1)), aggregator.getLastBlock(CHAIN));
        assertEquals(1, aggregator.getLastProcessedBlock(CHAIN));
        aggregator.deleteBlock(CHAIN, 1);
        assertEquals(List.of(), aggregator.listBlocks(CHAIN));
        assertEquals(8, aggregator.getLastProcessedBlock(holesky));
    }

    @Test
    void shouldCompareHexAddressesWithoutCaseEverywhere() {
        Address lower = Address.of("0xabcdef");
        Address upper = Address.of("0XABCDEF");
        Block block = block(Chain.of(upper, 1), 3);
        aggregator.commitBlock(block, List.of(taskIn(block, "t")), 0);
        executor.savePerformer(Samples.performerOf(upper, "p"));
        assertEquals(3, aggregator.getLastProcessedBlock(Chain.of(lower, 1)));
        assertEquals(Optional.of(block), aggregator.getBlock(Chain.of("0xAbCdEf", 1), 3));
        assertEquals(1, aggregator.listPendingTasksForAvs(lower).size());
        assertEquals(1, executor.listPerformersForAvs(lower).size());
        assertEquals("t", aggregator.claimNextTask(lower, T0).orElseThrow().id());
        assertEquals(List.of(), aggregator.listBlocks(Chain.of("0xABCDEG", 1)));
        assertEquals(1, aggregator.rollbackTo(Chain.of(lower, 1), 0).tasks().size());
    }

    @Test
    void shouldRefuseInvalidTransitionsWithOneTypedResult() {
        aggregator.saveTask(task("t"));
        executor.saveDeployment(deployment("d"));
        InvalidTransitionException ofTask =
                assertRefused(
                        InvalidTransitionException.class,
                        () -> aggregator.updateTaskStatus("t", TaskStatus.COMPLETED));
        InvalidTransitionException ofDeployment =
                assertRefused(
                        InvalidTransitionException.class,
                        () -> executor.updateDeploymentStatus("d", DeploymentStatus.RUNNING));
        assertEquals(ResultCode.INVALID_TRANSITION, ofTask.code());
        assertEquals(ofTask.code(), ofDeployment.code());
        assertEquals("PENDING", ofTask.from());
        assertEquals("COMPLETED", ofTask.to());
    }

    @Test
    void shouldAlwaysSetTimestampsFromTheClock() {
        clock.setMs(T0 + 1);
        aggregator.saveTask(task("t"));
        aggregator.commitBlock(block(1), List.of(taskIn(block(1), "u")), 0);
        executor.saveDeployment(deployment("d"));
        executor.beginTask("x");
        clock.setMs(T0 + 2);
        TaskRecord updated = aggregator.updateTaskStatus("t", TaskStatus.PROCESSING);
        assertEquals(T0 + 1, updated.createdAtMs());
        assertEquals(T0 + 2, updated.updatedAtMs());
        assertEquals(T0 + 1, aggregator.getTaskRecord("u").orElseThrow().createdAtMs());
        assertEquals(T0 + 1, executor.getDeployment("d").orElseThrow().startedAtMs());
        assertEquals(
                T0 + 2,
                executor.updateDeploymentStatus("d", DeploymentStatus.FAILED).completedAtMs());
        assertEquals(T0 + 1, executor.getProcessedTask("x").orElseThrow().changedAtMs());
        executor.finishTask("x", Bytes.EMPTY);
        assertEquals(T0 + 2, executor.getProcessedTask("x").orElseThrow().changedAtMs());
    }

    @Test
    void shouldHandOutNothingThatCanBeChanged() {
        byte[] payload = {1, 2, 3};
        aggregator.saveTask(task("t").toBuilder().payload(payload).build());
        payload[0] = 9;
        aggregator.getTask("t").orElseThrow().payload().toByteArray()[1] = 9;
        List<Task> pending = aggregator.listPendingTasks();
        assertThrows(UnsupportedOperationException.class, () -> pending.remove(0));
        assertEquals(
                Bytes.copyOf(new byte[] {1, 2, 3}),
                aggregator.getTask("t").orElseThrow().payload());
    }

    @Test
    void shouldListPendingTasksOldestFirst() {
        for (int i = 0; i < 100; i++) {
            aggregator.saveTask(task("t" + (i * 37) % 100));
        }
        List<Task> pending = aggregator.listPendingTasks();
        for (int i = 0; i < 100; i++) {
            assertEquals("t" + (i * 37) % 100, pending.get(i).id());
        }
    }

    @Test
    void shouldCloseMoreThanOnceAndRefuseEveryOtherCallAfterwards() {
        engine.close();
        engine.close();
        assertThrowsExactly(EngineClosedException.class, () -> aggregator.saveTask(task("t")));
        assertThrowsExactly(EngineClosedException.class, () -> aggregator.getTask("t"));
        assertThrowsExactly(EngineClosedException.class, () -> executor.beginTask("t"));
        assertThrowsExactly(EngineClosedException.class, () -> engine.snapshot());
    }

    @Test
    void shouldRememberProcessedTasksBoundedByCountAndByAge() {
        useLimits(
                limits ->
                        limits.maxProcessedTasks(2).processedTaskRetention(Duration.ofMillis(10)));
        executor.markTaskProcessed("a");
        assertTrue(executor.isTaskProcessed("a"));
        executor.markTaskProcessed("b");
        executor.markTaskProcessed("c");
        assertEquals(2, executor.listProcessedTasks().size());
        clock.setMs(T0 + 11);
        executor.markTaskProcessed("d");
        assertEquals(1, executor.listProcessedTasks().size());
    }

    @Test
    void shouldCommitABlockItsTasksAndPruningInOneStep() {
        aggregator.commitBlock(block(1), List.of(), 0);
        aggregator.commitBlock(block(2), List.of(taskIn(block(2), "t")), 2);
        assertEquals(2, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(block(2)), aggregator.listBlocks(CHAIN));
        // at once there for whoever sees the block, and never "processing" before "pending"
        assertEquals("t", aggregator.claimNextTask(AVS, T0).orElseThrow().id());
        List<Task> oneExists = List.of(taskIn(block(3), "u"), taskIn(block(3), "t"));
        assertRefused(
                TaskExistsException.class, () -> aggregator.commitBlock(block(3), oneExists, 3));
        assertEquals(Optional.empty(), aggregator.getTask("u"));
    }

    @Test
    void shouldTakeTasksWithExpiredLeasesBackToPending() {
        aggregator.saveTask(task("t"));
        aggregator.claimNextTask(AVS, T0 + 10);
        assertEquals(List.of(), aggregator.requeueExpiredLeases(T0 + 10));
        assertEquals("t", aggregator.requeueExpiredLeases(T0 + 11).get(0).id());
        assertEquals("t", aggregator.claimNextTask(AVS, T0 + 20).orElseThrow().id());
    }

    @Test
    void shouldRollBackInOneStepAndReportOrphans() {
        aggregator.commitBlock(block(1), List.of(taskIn(block(1), "kept")), 0);
        aggregator.commitBlock(block(2), List.of(taskIn(block(2), "orphan")), 0);
        Rollback rollback = aggregator.rollbackTo(CHAIN, 1);
        assertEquals(List.of(block(2)), rollback.blocks());
        assertEquals("orphan", rollback.tasks().get(0).id());
        assertEquals(1, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(Optional.of(block(1)), aggregator.getLastBlock(CHAIN));
        assertEquals(List.of(taskIn(block(1), "kept")), aggregator.listPendingTasks());
        aggregator.commitBlock(fork(2), List.of(taskIn(fork(2), "orphan")), 0);
    }

    @Test
    void shouldLetOneCallerBeginATaskAndGiveLaterOnesItsResult() {
        Bytes result = Bytes.ofUtf8("signed");
        assertEquals(TaskBegin.FIRST, executor.beginTask("t"));
        assertEquals(TaskBegin.ALREADY_RUNNING, executor.beginTask("t"));
        executor.finishTask("t", result);
        assertEquals(
                new TaskBegin(TaskBegin.Standing.ALREADY_DONE, result), executor.beginTask("t"));
    }

    @Test
    void shouldReplaceAPerformerInOneStepOrNotAtAll() {
        executor.savePerformer(performer("old"));
        executor.savePerformer(performer("third"));
        assertRefused(
                AlreadyExistsException.class,
                () -> executor.replacePerformer("old", performer("third")));
        executor.replacePerformer("old", performer("new"));
        assertEquals(
                List.of("third", "new"),
                executor.listPerformers().stream().map(Performer::id).toList());
    }
}
