package io.strait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.Snapshot;
import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two views of the state through every question that can be asked about what is in it: all
 * lists, each listed thing by its key, and what belongs to each AVS that is named anywhere. What is
 * <em>not</em> in the state has to be asked for: {@link #assertAgreeOnId} and {@link
 * #assertAgreeOnAvs}. Works on live views, snapshots and the model alike.
 */
public final class Views {
    private static final List<TaskStatus> STATUSES = List.of(TaskStatus.values());

    private Views() {}

    /**
     * Fails unless both give the same answers. Positions are not compared.
     *
     * @param expected what it should be
     * @param actual what it is
     */
    public static void assertAgree(Snapshot expected, Snapshot actual) {
        assertAgree(expected.aggregator(), actual.aggregator());
        assertAgree(expected.executor(), actual.executor());
    }

    /**
     * Fails unless both give the same answers.
     *
     * @param expected what it should be
     * @param actual what it is
     */
    public static void assertAgree(AggregatorView expected, AggregatorView actual) {
        Set<Address> avss = new HashSet<>();
        List<Chain> chains = expected.listChains();
        assertEquals(chains, actual.listChains(), "listChains");
        for (Chain chain : chains) {
            avss.add(chain.avs());
            assertAgreeOnChain(chain, expected, actual);
        }
        for (TaskStatus status : STATUSES) {
            List<TaskRecord> records = expected.listTasks(status);
            assertEquals(records, actual.listTasks(status), () -> "listTasks " + status);
            assertEquals(records.size(), actual.countTasks(status), () -> "countTasks " + status);
            for (TaskRecord record : records) {
                avss.add(record.task().avs());
                assertFound(record, actual.getTaskRecord(record.id()));
                assertFound(record.task(), actual.getTask(record.id()));
            }
        }
        assertEquals(expected.listPendingTasks(), actual.listPendingTasks(), "listPendingTasks");
        assertEquals(
                expected.listExpiredTasks(Long.MAX_VALUE),
                actual.listExpiredTasks(Long.MAX_VALUE),
                "listExpiredTasks");
        assertAgreeOnConfigs(expected, actual);
        for (Address avs : avss) {
            assertAgreeOnAvs(avs, expected, actual);
        }
    }

    /**
     * Fails unless both give the same answers.
     *
     * @param expected what it should be
     * @param actual what it is
     */
    public static void assertAgree(ExecutorView expected, ExecutorView actual) {
        Set<Address> avss = new HashSet<>();
        List<Performer> performers = expected.listPerformers();
        assertEquals(performers, actual.listPerformers(), "listPerformers");
        for (Performer performer : performers) {
            avss.add(performer.avs());
            assertFound(performer, actual.getPerformer(performer.id()));
        }
        List<InflightTask> inflight = expected.listInflightTasks();
        assertEquals(inflight, actual.listInflightTasks(), "listInflightTasks");
        for (InflightTask task : inflight) {
            avss.add(task.avs());
            assertFound(task, actual.getInflightTask(task.taskId()));
        }
        List<Deployment> deployments = expected.listDeployments();
        assertEquals(deployments, actual.listDeployments(), "listDeployments");
        for (Deployment deployment : deployments) {
            avss.add(deployment.request().avs());
            assertFound(deployment, actual.getDeployment(deployment.id()));
        }
        List<ProcessedTask> processed = expected.listProcessedTasks();
        assertEquals(processed, actual.listProcessedTasks(), "listProcessedTasks");
        for (ProcessedTask task : processed) {
            assertFound(task, actual.getProcessedTask(task.taskId()));
            assertEquals(
                    task.done(),
                    actual.isTaskProcessed(task.taskId()),
                    () -> "isTaskProcessed " + task.taskId());
        }
        for (Address avs : avss) {
            assertAgreeOnAvs(avs, expected, actual);
        }
    }

    /**
     * Fails unless both give the same answers about an AVS, whether the state names it or not.
     *
     * @param avs the AVS
     * @param expected what it should be
     * @param actual what it is
     */
    public static void assertAgreeOnAvs(
            Address avs, AggregatorView expected, AggregatorView actual) {
        assertEquals(
                expected.listPendingTasksForAvs(avs),
                actual.listPendingTasksForAvs(avs),
                () -> "listPendingTasksForAvs " + avs);
        assertEquals(
                expected.getAvsConfig(avs), actual.getAvsConfig(avs), () -> "getAvsConfig " + avs);
    }

    /**
     * Fails unless both give the same answers about an AVS, whether the state names it or not.
     *
     * @param avs the AVS
     * @param expected what it should be
     * @param actual what it is
     */
    public static void assertAgreeOnAvs(Address avs, ExecutorView expected, ExecutorView actual) {
        assertEquals(
                expected.listPerformersForAvs(avs),
                actual.listPerformersForAvs(avs),
                () -> "listPerformersForAvs " + avs);
    }

    /**
     * Fails unless both give the same answers about an id, whether the state has it or not.
     *
     * @param id the id of whatever it may be
     * @param expected what it should be
     * @param actual what it is
     */
    public static void assertAgreeOnId(String id, AggregatorView expected, AggregatorView actual) {
        assertEquals(expected.getTaskRecord(id), actual.getTaskRecord(id), "getTaskRecord");
        assertEquals(expected.getTask(id), actual.getTask(id), "getTask");
    }

    /**
     * Fails unless both give the same answers about an id, whether the state has it or not.
     *
     * @param id the id of whatever it may be
     * @param expected what it should be
     * @param actual what it is
     */
    public static void assertAgreeOnId(String id, ExecutorView expected, ExecutorView actual) {
        assertEquals(expected.getPerformer(id), actual.getPerformer(id), "getPerformer");
        assertEquals(expected.getInflightTask(id), actual.getInflightTask(id), "getInflightTask");
        assertEquals(expected.getDeployment(id), actual.getDeployment(id), "getDeployment");
        assertEquals(
                expected.getProcessedTask(id), actual.getProcessedTask(id), "getProcessedTask");
        assertEquals(expected.isTaskProcessed(id), actual.isTaskProcessed(id), "isTaskProcessed");
    }

    private static void assertAgreeOnChain(
            Chain chain, AggregatorView expected, AggregatorView actual) {
        assertEquals(
                expected.getLastProcessedBlock(chain),
                actual.getLastProcessedBlock(chain),
                () -> "getLastProcessedBlock " + chain);
        List<Block> blocks = expected.listBlocks(chain);
        assertEquals(blocks, actual.listBlocks(chain), () -> "listBlocks " + chain);
        for (Block block : blocks) {
            assertFound(block, actual.getBlock(chain, block.number()));
        }
        Optional<Block> last =
                blocks.isEmpty() ? Optional.empty() : Optional.of(blocks.get(blocks.size() - 1));
        assertEquals(last, actual.getLastBlock(chain), () -> "getLastBlock " + chain);
    }

    private static void assertAgreeOnConfigs(AggregatorView expected, AggregatorView actual) {
        List<OperatorSetConfig> ofOperatorSets = expected.listOperatorSetConfigs();
        assertEquals(ofOperatorSets, actual.listOperatorSetConfigs(), "listOperatorSetConfigs");
        for (OperatorSetConfig config : ofOperatorSets) {
            assertFound(config, actual.getOperatorSetConfig(config.operatorSet()));
        }
        List<AvsConfig> ofAvss = expected.listAvsConfigs();
        assertEquals(ofAvss, actual.listAvsConfigs(), "listAvsConfigs");
        for (AvsConfig config : ofAvss) {
            assertFound(config, actual.getAvsConfig(config.avs()));
        }
    }

    private static void assertFound(Object listed, Optional<?> got) {
        assertEquals(Optional.of(listed), got, () -> "by its key: " + listed);
    }
}
