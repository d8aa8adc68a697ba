package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.config;
import static io.strait.conformance.Samples.deployment;
import static io.strait.conformance.Samples.inflight;
import static io.strait.conformance.Samples.performer;
import static io.strait.conformance.Samples.task;
import static io.strait.conformance.Samples.taskIn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.domain.Address;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite;
import io.strait.api.write.ExecutorWrite;
import io.strait.api.write.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no state is needed to refuse: nulls, bad ids, bad numbers. */
public abstract class BadInputConformance extends Conformance {
    private static final String LONE_HIGH = "id-\uD83D";
    private static final String LONE_LOW = "\uDE00-id";
    private static final String SWAPPED = "\uDE00\uD83D";
    private static final List<String> BAD_IDS =
            Arrays.asList(
                    null,
                    "",
                    " ",
                    "\t\r\n ",
                    "a".repeat(129),
                    "\u00e9".repeat(65), // 130 bytes
                    "\uD83D\uDE00".repeat(33), // 132 bytes
                    LONE_HIGH,
                    LONE_LOW,
                    SWAPPED);
    private static final List<String> GOOD_IDS =
            List.of(
                    "a",
                    "a".repeat(128),
                    "\u00e9".repeat(64),
                    "\u8a9e".repeat(42) + "ab",
                    "\uD83D\uDE00".repeat(32),
                    "\uD83D\uDE00",
                    "e\u0301", // looks like the next one, and is another id
                    "\u00e9",
                    " a ",
                    "a/b:c\0d\n");

    @BeforeEach
    void fill() {
        WriteScript.all().forEach(write -> engine.submit(write).await());
    }

    @Test
    void shouldRejectBadIdsInReads() {
        for (String id : BAD_IDS) {
            assertInvalid("taskId", () -> aggregator.getTask(id));
            assertInvalid("taskId", () -> aggregator.getTaskRecord(id));
            assertInvalid("performerId", () -> executor.getPerformer(id));
            assertInvalid("taskId", () -> executor.getInflightTask(id));
            assertInvalid("deploymentId", () -> executor.getDeployment(id));
            assertInvalid("taskId", () -> executor.getProcessedTask(id));
            assertInvalid("taskId", () -> executor.isTaskProcessed(id));
        }
    }

    @Test
    void shouldRejectBadIdsInWrites() {
        for (String id : BAD_IDS) {
            assertInvalid("taskId", () -> aggregator.updateTaskStatus(id, TaskStatus.FAILED));
            assertInvalid("taskId", () -> aggregator.deleteTask(id));
            assertInvalid("performerId", () -> executor.deletePerformer(id));
            assertInvalid("performerId", () -> executor.replacePerformer(id, performer("p")));
            assertInvalid("taskId", () -> executor.deleteInflightTask(id));
            assertInvalid(
                    "deploymentId",
                    () -> executor.updateDeploymentStatus(id, DeploymentStatus.FAILED));
            assertInvalid("deploymentId", () -> executor.deleteDeployment(id));
            assertInvalid("taskId", () -> executor.beginTask(id));
            assertInvalid("taskId", () -> executor.finishTask(id, Bytes.EMPTY));
            assertInvalid("taskId", () -> executor.abandonTask(id));
            assertInvalid("taskId", () -> executor.markTaskProcessed(id));
        }
    }

    @Test
    void shouldRejectBadIdsInValues() {
        for (String id : BAD_IDS) {
            assertInvalid("taskId", () -> aggregator.saveTask(task(id)));
            assertInvalid("performerId", () -> executor.savePerformer(performer(id)));
            assertInvalid("taskId", () -> executor.saveInflightTask(inflight(id)));
            assertInvalid("deploymentId", () -> executor.saveDeployment(deployment(id)));
            assertInvalid("address", () -> aggregator.listPendingTasksForAvs(Address.of(id)));
        }
    }

    @Test
    void shouldKeepEveryGoodIdAsItIs() {
        use(config -> config);
        for (String id : GOOD_IDS) {
            aggregator.saveTask(task("x").toBuilder().id(id).build());
            executor.savePerformer(performer(id));
            executor.saveInflightTask(inflight(id));
            executor.saveDeployment(deployment(id));
            executor.beginTask(id);
            assertLiveAndSnapshotAgree();
        }
        for (String id : GOOD_IDS) {
            assertEquals(id, aggregator.getTask(id).orElseThrow().id());
            assertEquals(Optional.of(performer(id)), executor.getPerformer(id));
            assertEquals(Optional.of(inflight(id)), executor.getInflightTask(id));
            assertEquals(deployment(id), executor.getDeployment(id).orElseThrow().request());
            executor.finishTask(id, Bytes.EMPTY);
            aggregator.deleteTask(id);
        }
    }

    @Test
    void shouldRejectNullsInReads() {
        assertInvalid("chain", () -> aggregator.getLastProcessedBlock(null));
        assertInvalid("chain", () -> aggregator.getBlock(null, 1));
        assertInvalid("chain", () -> aggregator.getLastBlock(null));
        assertInvalid("chain", () -> aggregator.listBlocks(null));
        assertInvalid("avs", () -> aggregator.listPendingTasksForAvs(null));
        assertInvalid("status", () -> aggregator.listTasks(null));
        assertInvalid("status", () -> aggregator.countTasks(null));
        assertInvalid("operatorSet", () -> aggregator.getOperatorSetConfig(null));
        assertInvalid("avs", () -> aggregator.getAvsConfig(null));
        assertInvalid("avs", () -> executor.listPerformersForAvs(null));
    }

    @Test
    void shouldRejectNullsInWrites() {
        assertInvalid("chain", () -> aggregator.setLastProcessedBlock(null, 1));
        assertInvalid("block", () -> aggregator.saveBlock(null));
        assertInvalid("chain", () -> aggregator.deleteBlock(null, 1));
        assertInvalid("block", () -> aggregator.commitBlock(null, List.of(), 0));
        assertInvalid("tasks", () -> aggregator.commitBlock(block(9), null, 0));
        List<Task> withNull = Collections.singletonList(null);
        assertInvalid("tasks[]", () -> aggregator.commitBlock(block(9), withNull, 0));
        assertInvalid("chain", () -> aggregator.rollbackTo(null, 1));
        assertInvalid("task", () -> aggregator.saveTask(null));
        assertInvalid("status", () -> aggregator.updateTaskStatus("a", null));
        assertInvalid("avs", () -> aggregator.claimNextTask(null, 1));
        assertInvalid("config", () -> aggregator.saveOperatorSetConfig(null));
        assertInvalid("config", () -> aggregator.saveAvsConfig(null));
        assertInvalid("performer", () -> executor.savePerformer(null));
        assertInvalid("replacement", () -> executor.replacePerformer("r", null));
        assertInvalid("task", () -> executor.saveInflightTask(null));
        assertInvalid("request", () -> executor.saveDeployment(null));
        assertInvalid("status", () -> executor.updateDeploymentStatus("d", null));
        assertInvalid(
                "error", () -> executor.updateDeploymentStatus("d", DeploymentStatus.FAILED, null));
        assertInvalid("result", () -> executor.finishTask("x", null));
    }

    @Test
    void shouldRejectNullsAtTheEngine() {
        assertInvalid("write", () -> engine.submit((Write<?>) null));
        assertInvalid("write", () -> aggregator.execute((AggregatorWrite<?>) null));
        assertInvalid("write", () -> executor.execute((ExecutorWrite<?>) null));
        assertInvalid("options", () -> aggregator.with(null));
        assertInvalid("options", () -> executor.with(null));
        assertInvalid("ticket", () -> engine.await(null));
        assertInvalid("timeout", () -> engine.barrier(null));
        assertInvalid("timeout", () -> engine.barrier(Duration.ZERO));
        assertInvalid("timeout", () -> engine.barrier(Duration.ofNanos(-1)));
        assertInvalid("timeout", () -> engine.barrier(Duration.ofSeconds(Long.MAX_VALUE)));
    }

    @Test
    void shouldRejectNegativeNumbers() {
        for (long bad : new long[] {-1, Long.MIN_VALUE}) {
            assertInvalid("blockNumber", () -> aggregator.getBlock(CHAIN, bad));
            assertInvalid("blockNumber", () -> aggregator.setLastProcessedBlock(CHAIN, bad));
            assertInvalid("blockNumber", () -> aggregator.deleteBlock(CHAIN, bad));
            assertInvalid("ancestorNumber", () -> aggregator.rollbackTo(CHAIN, bad));
            assertInvalid("pruneBelow", () -> aggregator.commitBlock(block(9), List.of(), bad));
            assertInvalid("leaseUntilMs", () -> aggregator.claimNextTask(AVS, bad));
            Instant early = Instant.ofEpochMilli(bad);
            assertInvalid("leaseUntil", () -> aggregator.claimNextTask(AVS, early));
            assertInvalid("now", () -> aggregator.requeueExpiredLeases(early));
            assertInvalid("now", () -> aggregator.listExpiredTasks(early));
            Duration none = Duration.ofMillis(bad);
            assertInvalid("lease", () -> aggregator.claimNextTask(AVS, none));
            assertInvalid("nowMs", () -> aggregator.requeueExpiredLeases(bad));
            assertInvalid("nowMs", () -> aggregator.listExpiredTasks(bad));
            assertInvalid("operatorSetId", () -> OperatorSet.of(AVS, bad));
        }
        assertInvalid("pruneBelow", () -> aggregator.commitBlock(block(9), List.of(), 10));
        assertInvalid("operatorSetId", () -> OperatorSet.of(AVS, 0x1_0000_0000L));
    }

    @Test
    void shouldAcceptTheLargestNumbers() {
        Chain chain = Chain.of(AVS, -1);
        long last = Long.MAX_VALUE;
        Task task = taskIn(block(chain, last), "largest");
        aggregator.commitBlock(block(chain, last), List.of(task), last);
        assertEquals(Optional.of(block(chain, last)), aggregator.getBlock(chain, last));
        assertEquals(Optional.of(task), aggregator.getTask("largest"));
        aggregator.claimNextTask(AVS, Long.MAX_VALUE);
        aggregator.requeueExpiredLeases(Long.MAX_VALUE);
        aggregator.saveAvsConfig(config(AVS, 0xFFFF_FFFFL));
        assertEquals(last, aggregator.rollbackTo(chain, last).ancestorNumber());
        aggregator.deleteBlock(chain, last);
        assertEquals(-1, aggregator.getLastProcessedBlock(chain));
    }

    @Test
    void shouldRejectTasksThatDoNotBelongToTheCommittedBlock() {
        Task good = taskIn(block(9), "good");
        assertNotOfBlock("task.avs", good.toBuilder().avs(Samples.OTHER_AVS).build());
        assertNotOfBlock("task.chainId", good.toBuilder().chainId(17_000).build());
        assertNotOfBlock("task.sourceBlockNumber", good.toBuilder().sourceBlockNumber(8).build());
        assertInvalid("taskId", () -> aggregator.commitBlock(block(9), List.of(good, good), 0));
    }

    private void assertNotOfBlock(String argumentName, Task task) {
        Task good = taskIn(block(9), "first");
        assertInvalid(argumentName, () -> aggregator.commitBlock(block(9), List.of(good, task), 0));
    }
}
