package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorStore;
import io.strait.api.ExecutorStore;
import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.DeploymentRequest;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Rollback;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.RefusedException;
import io.strait.api.write.AggregatorWrite.SaveTask;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Of every kind of record: what was deleted, replaced, pushed out, rolled back, forgotten or
 * refused is garbage once it has left quarantine, and what a write returned is at once. Seen to
 * fail when a free cell keeps its object, when a lane keeps its completions, and when the writer
 * keeps the result that it told last, or a table a command's words.
 */
class DeletedKindsTest {
    private static final Duration LEASE = Duration.ofHours(1);
    private static final Address AVS = Address.of("0xa1");
    private static final Address OTHER = Address.of("0xa2");
    private static final int ROUNDS = 20;

    /** More than wait in quarantine, and than the lane has places. */
    private static final int FURTHER = 400;

    private static final long LIMIT_NS = TimeUnit.SECONDS.toNanos(20);

    private final List<WeakReference<?>> watched = new ArrayList<>();
    private AggregatorStore aggregator;
    private ExecutorStore executor;
    private Strait engine;

    @Test
    void shouldKeepNothingThatWasDeleted() {
        Limits limits =
                Limits.builder()
                        .blockHistoryPerChain(2)
                        .maxFinishedTasks(1)
                        .maxProcessedTasks(1)
                        .maxPerformers(1)
                        .build();
        try (Strait opened = open(limits)) {
            for (int i = 0; i < ROUNDS; i++) {
                followChains(i);
                workThroughTasks(i);
                execute(i);
            }
            for (int i = 0; i < FURTHER; i++) {
                aggregator.saveTask(Task.builder("further", AVS).build());
                aggregator.deleteTask("further");
            }
            requireGarbage();
            assertTrue(opened.failure().isEmpty());
        }
    }

    @Test
    void shouldKeepNothingThatItTold() {
        try (Strait opened = open(Limits.DEFAULT)) {
            Chain chain = Chain.of(AVS, 1);
            aggregator.commitBlock(block(chain, 1, "a"), List.of(), 0);
            aggregator.commitBlock(block(chain, 2, "a"), List.of(), 0);
            watchResult();
            requireGarbage();
            assertTrue(opened.failure().isEmpty());
        }
    }

    /** What is large travels in an array of its own, which goes with its command. */
    @Test
    void shouldKeepNoWordsOfCommands() {
        try (Strait opened = open(Limits.builder().maxPayloadBytes(1 << 30).build())) {
            aggregator.saveTask(large("first", 8));
            aggregator.deleteTask("first");
            long before = usedHeap();
            // Refused, so that nothing of it is stored.
            aggregator.saveTask(large("second", 8));
            assertThrows(
                    RefusedException.class, () -> aggregator.saveTask(large("second", 1 << 26)));
            long after = usedHeap();
            assertTrue(after - before < 1 << 25, () -> "kept " + (after - before));
            assertTrue(opened.failure().isEmpty());
        }
    }

    private Strait open(Limits limits) {
        engine =
                Strait.open(
                        StraitConfig.builder()
                                .limits(limits)
                                .laneCapacity(256)
                                .changeListener(change -> {})
                                .build());
        aggregator = engine.aggregator();
        executor = engine.executor();
        return engine;
    }

    private void watchResult() {
        Rollback result = aggregator.rollbackTo(Chain.of(AVS, 1), 1);
        assertTrue(result.blocks().size() == 1);
        watch(result);
    }

    private void followChains(int i) {
        Chain chain = Chain.of(AVS, i);
        for (int number = 1; number <= 4; number++) {
            Block block = watch(block(chain, number, "a"));
            Task task = watch(task("c" + i + "-" + number, chain, number));
            aggregator.commitBlock(block, List.of(task), 0);
        }
        refused(() -> aggregator.commitBlock(watch(block(chain, 5, "b")), List.of(), 0));
        Rollback rollback = watch(aggregator.rollbackTo(chain, 3));
        rollback.blocks().forEach(this::watch);
        rollback.tasks().forEach(this::watch);
        aggregator.saveBlock(watch(block(chain, 9, "a")));
        refused(() -> aggregator.saveBlock(watch(block(chain, 9, "b"))));
        aggregator.deleteBlock(chain, 9);
        aggregator.resetChain(watch(block(chain, 3, "c")));
        watch(aggregator.forgetChain(chain)).tasks().forEach(this::watch);
    }

    private void workThroughTasks(int i) {
        String id = "t" + i;
        aggregator.saveTask(watch(Task.builder(id, AVS).build()));
        refused(() -> aggregator.saveTask(watch(Task.builder(id, AVS).build())));
        watch(aggregator.claimNextTask(AVS, LEASE).get());
        for (TaskRecord each : aggregator.requeueExpiredLeases(Long.MAX_VALUE)) {
            watch(each);
        }
        aggregator.listPendingTasks().forEach(this::watch);
        watch(aggregator.claimNextTask(AVS, LEASE).get());
        watch(aggregator.updateTaskStatus(id, TaskStatus.COMPLETED));
        // Pushes the last one out.
        aggregator.saveTask(watch(Task.builder("f" + i, AVS).build()));
        watch(aggregator.updateTaskStatus("f" + i, TaskStatus.FAILED));
        aggregator.listTasks(TaskStatus.FAILED).forEach(this::watch);
        aggregator.deleteTask("f" + i);
        engine.submit(new SaveTask(watch(Task.builder("s" + i, AVS).build())));
        engine.submit(new SaveTask(watch(Task.builder("s" + i, AVS).build())));
        aggregator.deleteTask("s" + i);
        aggregator.saveAvsConfig(
                watch(new AvsConfig(OTHER, i, List.of(1L), CurveType.values()[0])));
        aggregator.saveAvsConfig(new AvsConfig(OTHER, i, List.of(1L), CurveType.values()[0]));
        aggregator.saveOperatorSetConfig(watch(config(i)));
        aggregator.saveOperatorSetConfig(config(i));
    }

    private void execute(int i) {
        executor.savePerformer(watch(Performer.builder("p", AVS).build()));
        refused(() -> executor.savePerformer(watch(Performer.builder("q", AVS).build())));
        executor.replacePerformer("p", watch(Performer.builder("r", AVS).build()));
        executor.listPerformers().forEach(this::watch);
        executor.deletePerformer("r");
        executor.saveInflightTask(watch(new InflightTask("i", AVS, AVS, AVS, 1, 1, "")));
        executor.deleteInflightTask("i");
        executor.saveDeployment(watch(new DeploymentRequest("d", AVS, "", "")));
        Deployment deployed =
                watch(executor.updateDeploymentStatus("d", DeploymentStatus.DEPLOYING));
        assertTrue(deployed.status() == DeploymentStatus.DEPLOYING);
        executor.listDeployments().forEach(this::watch);
        executor.deleteDeployment("d");
        Bytes result = watch(Bytes.copyOf(new byte[] {1, 2, 3}));
        executor.beginTask("x" + i);
        executor.finishTask("x" + i, result);
        watch(executor.beginTask("x" + i).result());
        // Pushes the last one out.
        executor.beginTask("y");
        executor.abandonTask("y");
    }

    private static OperatorSetConfig config(int seconds) {
        return new OperatorSetConfig(
                OperatorSet.of(OTHER, 1),
                seconds,
                CurveType.values()[0],
                Bytes.EMPTY,
                ConsensusType.values()[0],
                0);
    }

    private static Block block(Chain chain, int number, String branch) {
        return new Block(chain, number, branch + number, branch + (number - 1), number);
    }

    private static Task task(String id, Chain chain, int number) {
        return Task.builder(id, chain.avs())
                .chainId(chain.chainId())
                .sourceBlockNumber(number)
                .build();
    }

    private static Task large(String id, int bytes) {
        return Task.builder(id, AVS).payload(new byte[bytes]).build();
    }

    private void refused(Runnable write) {
        assertThrows(RefusedException.class, write::run);
    }

    private <T> T watch(T object) {
        watched.add(new WeakReference<>(object));
        return object;
    }

    private void requireGarbage() {
        long startNs = System.nanoTime();
        while (watched.stream().anyMatch(each -> each.get() != null)) {
            assertTrue(System.nanoTime() - startNs < LIMIT_NS, () -> "kept: " + kept());
            System.gc();
        }
    }

    private List<?> kept() {
        return watched.stream().map(WeakReference::get).filter(each -> each != null).toList();
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
