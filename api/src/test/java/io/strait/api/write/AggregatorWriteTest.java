package io.strait.api.write;

import static io.strait.api.ArgumentRules.assertIdRule;
import static io.strait.api.ArgumentRules.assertNotNegativeRule;
import static io.strait.api.ArgumentRules.assertNotNullRule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.DeleteBlock;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.ForgetChain;
import io.strait.api.write.AggregatorWrite.RequeueExpiredLeases;
import io.strait.api.write.AggregatorWrite.ResetChain;
import io.strait.api.write.AggregatorWrite.RollbackTo;
import io.strait.api.write.AggregatorWrite.SaveAvsConfig;
import io.strait.api.write.AggregatorWrite.SaveBlock;
import io.strait.api.write.AggregatorWrite.SaveOperatorSetConfig;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregatorWriteTest {
    private static final Address AVS = Address.of("avs");
    private static final Chain CHAIN = Chain.of(AVS, 1);
    private static final Block BLOCK = new Block(CHAIN, 7, "h7", "h6", 0);
    private static final Task TASK = Task.builder("t", AVS).build();
    private static final OperatorSetConfig SET_CONFIG =
            new OperatorSetConfig(
                    OperatorSet.of(AVS, 1), 0, CurveType.ECDSA, Bytes.EMPTY, ConsensusType.NONE, 0);
    private static final AvsConfig AVS_CONFIG = new AvsConfig(AVS, 1, List.of(), CurveType.ECDSA);

    @Test
    void shouldTellItsType() {
        assertEquals(
                WriteType.SET_LAST_PROCESSED_BLOCK, new SetLastProcessedBlock(CHAIN, 0).type());
        assertEquals(WriteType.SAVE_BLOCK, new SaveBlock(BLOCK).type());
        assertEquals(WriteType.DELETE_BLOCK, new DeleteBlock(CHAIN, 0).type());
        assertEquals(WriteType.COMMIT_BLOCK, new CommitBlock(BLOCK, List.of(), 0).type());
        assertEquals(WriteType.ROLLBACK_TO, new RollbackTo(CHAIN, 0).type());
        assertEquals(WriteType.RESET_CHAIN, new ResetChain(BLOCK).type());
        assertEquals(WriteType.FORGET_CHAIN, new ForgetChain(CHAIN).type());
        assertEquals(WriteType.SAVE_TASK, new SaveTask(TASK).type());
        assertEquals(
                WriteType.UPDATE_TASK_STATUS, new UpdateTaskStatus("t", TaskStatus.FAILED).type());
        assertEquals(WriteType.DELETE_TASK, new DeleteTask("t").type());
        assertEquals(WriteType.CLAIM_NEXT_TASK, new ClaimNextTask(AVS, 0).type());
        assertEquals(WriteType.REQUEUE_EXPIRED_LEASES, new RequeueExpiredLeases(0).type());
        assertEquals(
                WriteType.SAVE_OPERATOR_SET_CONFIG, new SaveOperatorSetConfig(SET_CONFIG).type());
        assertEquals(WriteType.SAVE_AVS_CONFIG, new SaveAvsConfig(AVS_CONFIG).type());
    }

    @Test
    void shouldRejectNull() {
        assertNotNullRule("chain", (Chain v) -> new SetLastProcessedBlock(v, 0));
        assertNotNullRule("block", (Block v) -> new SaveBlock(v));
        assertNotNullRule("chain", (Chain v) -> new DeleteBlock(v, 0));
        assertNotNullRule("block", (Block v) -> new CommitBlock(v, List.of(), 0));
        assertNotNullRule("tasks", (List<Task> v) -> new CommitBlock(BLOCK, v, 0));
        assertNotNullRule("chain", (Chain v) -> new RollbackTo(v, 0));
        assertNotNullRule("block", (Block v) -> new ResetChain(v));
        assertNotNullRule("chain", (Chain v) -> new ForgetChain(v));
        assertNotNullRule("task", (Task v) -> new SaveTask(v));
        assertNotNullRule("status", (TaskStatus v) -> new UpdateTaskStatus("t", v));
        assertNotNullRule("avs", (Address v) -> new ClaimNextTask(v, 0));
        assertNotNullRule("config", (OperatorSetConfig v) -> new SaveOperatorSetConfig(v));
        assertNotNullRule("config", (AvsConfig v) -> new SaveAvsConfig(v));
    }

    @Test
    void shouldRejectBadIds() {
        assertIdRule("taskId", v -> new UpdateTaskStatus(v, TaskStatus.FAILED));
        assertIdRule("taskId", DeleteTask::new);
    }

    @Test
    void shouldRejectNegativeNumbersAndMoments() {
        assertNotNegativeRule("blockNumber", v -> new SetLastProcessedBlock(CHAIN, v));
        assertNotNegativeRule("blockNumber", v -> new DeleteBlock(CHAIN, v));
        assertNotNegativeRule("ancestorNumber", v -> new RollbackTo(CHAIN, v));
        assertNotNegativeRule("leaseUntilMs", v -> new ClaimNextTask(AVS, v));
        assertNotNegativeRule("nowMs", RequeueExpiredLeases::new);
        assertThrows(InvalidArgumentException.class, () -> new RequeueExpiredLeases(1, 0));
    }

    @Test
    void shouldBeValues() {
        assertEquals(new DeleteTask("t"), new DeleteTask("t"));
        assertEquals(new SaveBlock(BLOCK).hashCode(), new SaveBlock(BLOCK).hashCode());
        assertThrows(
                UnsupportedOperationException.class,
                () -> new CommitBlock(BLOCK, List.of(), 0).tasks().add(TASK));
    }
}
