package io.strait.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.DeploymentRequest;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.domain.Lease;
import io.strait.api.domain.Rollback;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskBegin;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.write.AggregatorWrite;
import io.strait.api.write.ExecutorWrite;
import io.strait.api.write.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each method of a store is its write, with the same arguments and the same result. */
class StoreMethodsTest {
    private static final Address AVS = Address.of("avs");
    private static final Chain CHAIN = Chain.of(AVS, 1);
    private static final Block BLOCK = new Block(CHAIN, 7, "h7", "h6", 0);
    private static final Task TASK = Task.builder("t", AVS).source(BLOCK).build();
    private static final TaskRecord RECORD =
            new TaskRecord(TASK, TaskStatus.PENDING, 0, 0, TaskRecord.NO_LEASE);

    private final List<Write<?>> executed = new ArrayList<>();

    @Test
    void shouldExecuteBlockWrites() {
        Rollback rollback = new Rollback(CHAIN, 3, List.of(), List.of());
        AggregatorStore store = aggregator(rollback);
        store.setLastProcessedBlock(CHAIN, 1);
        store.saveBlock(BLOCK);
        store.deleteBlock(CHAIN, 2);
        store.commitBlock(BLOCK, List.of(TASK), 4);
        store.commitBlock(BLOCK, List.of(TASK), 5, ParentCheck.BY_HASH);
        assertSame(rollback, store.rollbackTo(CHAIN, 3));
        assertSame(rollback, store.resetChain(BLOCK));
        assertSame(rollback, store.forgetChain(CHAIN));
        assertExecuted(
                new AggregatorWrite.SetLastProcessedBlock(CHAIN, 1),
                new AggregatorWrite.SaveBlock(BLOCK),
                new AggregatorWrite.DeleteBlock(CHAIN, 2),
                new AggregatorWrite.CommitBlock(BLOCK, List.of(TASK), 4),
                new AggregatorWrite.CommitBlock(BLOCK, List.of(TASK), 5, ParentCheck.BY_HASH),
                new AggregatorWrite.RollbackTo(CHAIN, 3),
                new AggregatorWrite.ResetChain(BLOCK),
                new AggregatorWrite.ForgetChain(CHAIN));
    }

    @Test
    void shouldExecuteTaskWrites() {
        assertSame(RECORD, aggregator(RECORD).updateTaskStatus("t", TaskStatus.FAILED));
        assertEquals(Optional.of(RECORD), aggregator(Optional.of(RECORD)).claimNextTask(AVS, 5));
        Optional<TaskRecord> claimed = Optional.of(RECORD);
        assertEquals(claimed, aggregator(claimed).claimNextTask(AVS, Instant.ofEpochMilli(6)));
        assertEquals(claimed, aggregator(claimed).claimNextTask(AVS, Duration.ofSeconds(7)));
        assertEquals(
                claimed, aggregator(claimed).claimNextTask(AVS, Lease.NONE, ExpiredTasks.TAKE));
        assertEquals(List.of(RECORD), aggregator(List.of(RECORD)).requeueExpiredLeases(6));
        List<TaskRecord> requeued = List.of(RECORD);
        Instant now = Instant.ofEpochMilli(7);
        assertEquals(requeued, aggregator(requeued).requeueExpiredLeases(now));
        aggregator(null).saveTask(TASK);
        aggregator(null).deleteTask("t");
        assertExecuted(
                new AggregatorWrite.UpdateTaskStatus("t", TaskStatus.FAILED),
                new AggregatorWrite.ClaimNextTask(AVS, 5),
                new AggregatorWrite.ClaimNextTask(AVS, 6),
                new AggregatorWrite.ClaimNextTask(AVS, new Lease(7_000, true), ExpiredTasks.SKIP),
                new AggregatorWrite.ClaimNextTask(
                        AVS, Lease.untilMs(TaskRecord.NO_LEASE), ExpiredTasks.TAKE),
                new AggregatorWrite.RequeueExpiredLeases(6, AggregatorStore.MAX_REQUEUED_PER_STEP),
                new AggregatorWrite.RequeueExpiredLeases(7, AggregatorStore.MAX_REQUEUED_PER_STEP),
                new AggregatorWrite.SaveTask(TASK),
                new AggregatorWrite.DeleteTask("t"));
    }

    @Test
    void shouldExecuteConfigWrites() {
        AggregatorStore store = aggregator(null);
        store.saveOperatorSetConfig(StoreValues.OPERATOR_SET_CONFIG);
        store.saveAvsConfig(StoreValues.AVS_CONFIG);
        assertExecuted(
                new AggregatorWrite.SaveOperatorSetConfig(StoreValues.OPERATOR_SET_CONFIG),
                new AggregatorWrite.SaveAvsConfig(StoreValues.AVS_CONFIG));
    }

    @Test
    void shouldExecutePerformerAndInflightWrites() {
        ExecutorStore store = executor(null);
        store.savePerformer(StoreValues.PERFORMER);
        store.deletePerformer("p");
        store.replacePerformer("q", StoreValues.PERFORMER);
        store.saveInflightTask(StoreValues.INFLIGHT_TASK);
        store.deleteInflightTask("i");
        assertExecuted(
                new ExecutorWrite.SavePerformer(StoreValues.PERFORMER),
                new ExecutorWrite.DeletePerformer("p"),
                new ExecutorWrite.ReplacePerformer("q", StoreValues.PERFORMER),
                new ExecutorWrite.SaveInflightTask(StoreValues.INFLIGHT_TASK),
                new ExecutorWrite.DeleteInflightTask("i"));
    }

    @Test
    void shouldExecuteDeploymentWrites() {
        DeploymentRequest request = new DeploymentRequest("d", AVS, "", "");
        Deployment deployment = new Deployment(request, DeploymentStatus.FAILED, 0, 0, "");
        ExecutorStore store = executor(deployment);
        store.saveDeployment(request);
        assertSame(deployment, store.updateDeploymentStatus("d", DeploymentStatus.RUNNING));
        assertSame(deployment, store.updateDeploymentStatus("d", DeploymentStatus.FAILED, "e"));
        store.deleteDeployment("d");
        assertExecuted(
                new ExecutorWrite.SaveDeployment(request),
                new ExecutorWrite.UpdateDeploymentStatus("d", DeploymentStatus.RUNNING, ""),
                new ExecutorWrite.UpdateDeploymentStatus("d", DeploymentStatus.FAILED, "e"),
                new ExecutorWrite.DeleteDeployment("d"));
    }

    @Test
    void shouldExecuteProcessedTaskWrites() {
        Bytes result = Bytes.ofUtf8("r");
        ExecutorStore store = executor(TaskBegin.FIRST);
        assertSame(TaskBegin.FIRST, store.beginTask("a"));
        store.finishTask("b", result);
        store.abandonTask("c");
        store.markTaskProcessed("d");
        assertExecuted(
                new ExecutorWrite.BeginTask("a"),
                new ExecutorWrite.FinishTask("b", result),
                new ExecutorWrite.AbandonTask("c"),
                new ExecutorWrite.MarkTaskProcessed("d"));
    }

    @Test
    void shouldRejectBadArgumentsBeforeExecuting() {
        assertThrows(InvalidArgumentException.class, () -> aggregator(null).saveTask(null));
        assertThrows(InvalidArgumentException.class, () -> aggregator(null).deleteTask(" "));
        assertThrows(InvalidArgumentException.class, () -> executor(null).beginTask(null));
        assertExecuted();
    }

    private void assertExecuted(Write<?>... writes) {
        assertEquals(List.of(writes), executed);
    }

    private AggregatorStore aggregator(Object result) {
        return StoreValues.recording(AggregatorStore.class, executed, result);
    }

    private ExecutorStore executor(Object result) {
        return StoreValues.recording(ExecutorStore.class, executed, result);
    }
}
