package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.config;
import static io.strait.conformance.Samples.deployment;
import static io.strait.conformance.Samples.task;
import static io.strait.conformance.Samples.taskIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.domain.Bytes;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.Task;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.SaveTask;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sizes that an engine's limits set, which are judged before a write is accepted. */
public abstract class SizeLimitConformance extends Conformance {
    private static final OperatorSet OPERATOR_SET = OperatorSet.of(AVS, 1);

    @Test
    void shouldAcceptPayloadsUpToTheLimit() {
        useLimits(limits -> limits.maxPayloadBytes(8));
        aggregator.saveTask(withPayload(task("t"), 8));
        aggregator.commitBlock(block(1), List.of(withPayload(taskIn(block(1), "u"), 8)), 0);
        aggregator.saveOperatorSetConfig(config(OPERATOR_SET, "12345678"));
        executor.beginTask("t");
        executor.finishTask("t", Bytes.copyOf(new byte[8]));
        assertEquals(8, executor.getProcessedTask("t").orElseThrow().result().length());
    }

    @Test
    void shouldRejectPayloadsBeyondTheLimit() {
        useLimits(limits -> limits.maxPayloadBytes(8));
        executor.beginTask("t");
        assertInvalid("payload.length", () -> aggregator.saveTask(withPayload(task("t"), 9)));
        List<Task> tasks =
                List.of(
                        withPayload(taskIn(block(1), "a"), 8),
                        withPayload(taskIn(block(1), "b"), 9));
        assertInvalid("payload.length", () -> aggregator.commitBlock(block(1), tasks, 0));
        assertInvalid(
                "metadata.length",
                () -> aggregator.saveOperatorSetConfig(config(OPERATOR_SET, "123456789")));
        assertInvalid("result.length", () -> executor.finishTask("t", Bytes.copyOf(new byte[9])));
        assertInvalid(
                "payload.length", () -> engine.submit(new SaveTask(withPayload(task("t"), 9))));
    }

    @Test
    void shouldNameTheLengthThatIsTooLarge() {
        useLimits(limits -> limits.maxPayloadBytes(8));
        SaveTask write = new SaveTask(withPayload(task("t"), 9));
        InvalidArgumentException invalid =
                assertThrowsExactly(
                        InvalidArgumentException.class, () -> aggregator.execute(write));
        assertTrue(invalid.getMessage().startsWith("payload.length=9 "), invalid.getMessage());
        assertTrue(invalid.getMessage().contains("maxPayloadBytes=8"), invalid.getMessage());
    }

    @Test
    void shouldWorkWithoutAnyPayload() {
        useLimits(limits -> limits.maxPayloadBytes(0));
        aggregator.saveTask(withPayload(task("t"), 0));
        assertInvalid("payload.length", () -> aggregator.saveTask(withPayload(task("u"), 1)));
    }

    @Test
    void shouldAcceptTheDefaultLimitExactly() {
        Task largest = withPayload(task("t"), 65_536);
        aggregator.saveTask(largest);
        assertEquals(Optional.of(largest), aggregator.getTask("t"));
        assertInvalid("payload.length", () -> aggregator.saveTask(withPayload(task("u"), 65_537)));
    }

    @Test
    void shouldRejectCommitsWithTooManyTasks() {
        useLimits(limits -> limits.maxTasksPerCommit(1).maxPayloadBytes(8));
        Task one = withPayload(taskIn(block(1), "a"), 8);
        Task two = withPayload(taskIn(block(1), "b"), 9);
        // the number of tasks is judged before their payloads
        assertInvalid("tasks.size", () -> aggregator.commitBlock(block(1), List.of(one, two), 0));
        assertInvalid(
                "tasks.size", () -> engine.submit(new CommitBlock(block(1), List.of(one, two), 0)));
        aggregator.commitBlock(block(1), List.of(one), 0);
        assertEquals(1, aggregator.getLastProcessedBlock(CHAIN));
    }

    @Test
    void shouldAllowCommitsWithoutTasksOnly() {
        useLimits(limits -> limits.maxTasksPerCommit(0));
        assertInvalid(
                "tasks.size",
                () -> aggregator.commitBlock(block(1), List.of(taskIn(block(1), "a")), 0));
        aggregator.commitBlock(block(1), List.of(), 0);
        assertEquals(1, aggregator.getLastProcessedBlock(CHAIN));
    }

    @Test
    void shouldJudgeSizesBeforeTheState() {
        useLimits(limits -> limits.maxPayloadBytes(8));
        aggregator.saveTask(withPayload(task("t"), 1));
        assertInvalid("payload.length", () -> aggregator.saveTask(withPayload(task("t"), 9)));
        assertInvalid(
                "result.length",
                () -> executor.finishTask("never begun", Bytes.copyOf(new byte[9])));
    }

    @Test
    void shouldRejectErrorTextsThatAreTooLong() {
        executor.saveDeployment(deployment("d"));
        assertInvalid(
                "error",
                () ->
                        executor.updateDeploymentStatus(
                                "d", DeploymentStatus.FAILED, "\u00e9".repeat(2_049)));
        String longest = "\u00e9".repeat(2_048);
        assertEquals(
                longest,
                executor.updateDeploymentStatus("d", DeploymentStatus.FAILED, longest).error());
    }

    private static Task withPayload(Task task, int byteCount) {
        return task.toBuilder().payload(new byte[byteCount]).build();
    }
}
