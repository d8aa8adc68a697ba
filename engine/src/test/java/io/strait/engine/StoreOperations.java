package io.strait.engine;

import io.strait.api.AggregatorStore;
import io.strait.api.AggregatorView;
import io.strait.api.Limits;
import io.strait.api.Snapshot;
import io.strait.api.StateEngine;
import io.strait.api.StraitConfig;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.RefusedException;
import io.strait.conformance.Samples;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * What Lincheck does, in random order on several threads, to an engine and, one at a time, to the
 * model: synchronous writes, single reads, and reads of several things through one snapshot. Few
 * chains, blocks and tasks, so that the operations meet.
 */
@Param(name = "chain", gen = IntGen.class, conf = "0:1")
@Param(name = "block", gen = IntGen.class, conf = "1:4")
@Param(name = "task", gen = IntGen.class, conf = "1:3")
@Param(name = "status", gen = IntGen.class, conf = "2:4")
public abstract class StoreOperations {
    private static final Chain[] CHAINS = {Samples.CHAIN, Chain.of(Samples.OTHER_AVS, 1)};

    private final StateEngine engine;
    private final AggregatorStore store;

    StoreOperations(StateEngine engine) {
        this.engine = engine;
        this.store = engine.aggregator();
    }

    /**
     * What engine and model have in common: a clock that stands still, and limits that can be
     * reached.
     */
    static StraitConfigBuilder config() {
        return StraitConfig.builder()
                .clock(() -> Instant.ofEpochMilli(Samples.T0))
                .limits(Limits.builder().maxTasks(4).blockHistoryPerChain(3).build());
    }

    final StateEngine engine() {
        return engine;
    }

    @Operation
    public Object setLastProcessedBlock(
            @Param(name = "chain") int chain, @Param(name = "block") int block) {
        return outcome(
                () -> {
                    store.setLastProcessedBlock(CHAINS[chain], block);
                    return null;
                });
    }

    @Operation
    public long getLastProcessedBlock(@Param(name = "chain") int chain) {
        return store.getLastProcessedBlock(CHAINS[chain]);
    }

    @Operation
    public Object commitBlock(@Param(name = "chain") int chain, @Param(name = "block") int number) {
        Block block = Samples.block(CHAINS[chain], number);
        Task task = Samples.taskIn(block, "task-" + chain + "-" + number);
        return outcome(
                () -> {
                    store.commitBlock(block, List.of(task), 0);
                    return null;
                });
    }

    @Operation
    public Object rollbackTo(
            @Param(name = "chain") int chain, @Param(name = "block") int ancestor) {
        return outcome(() -> store.rollbackTo(CHAINS[chain], ancestor));
    }

    @Operation
    public Object saveTask(@Param(name = "task") int task) {
        return outcome(
                () -> {
                    store.saveTask(Samples.task("task-" + task));
                    return null;
                });
    }

    @Operation
    public Object updateTaskStatus(
            @Param(name = "task") int task, @Param(name = "status") int status) {
        return outcome(() -> store.updateTaskStatus("task-" + task, TaskStatus.ofCode(status)));
    }

    @Operation
    public Object claimNextTask() {
        return outcome(() -> store.claimNextTask(Samples.AVS, TaskRecord.NO_LEASE));
    }

    @Operation
    public Object getTaskRecord(@Param(name = "task") int task) {
        return store.getTaskRecord("task-" + task);
    }

    @Operation
    public List<Task> listPendingTasks() {
        return List.copyOf(store.listPendingTasks());
    }

    @Operation
    public int countTasks() {
        return store.countTasks(TaskStatus.PENDING);
    }

    /** Heads, blocks and tasks of one moment, and how many writes came before it. */
    @Operation
    public Object snapshot() {
        Snapshot snapshot = engine.snapshot();
        long position = snapshot.position();
        // Gives the others the time to change what must not change here.
        Thread.yield();
        AggregatorView view = snapshot.aggregator();
        return List.of(
                position,
                view.getLastProcessedBlock(CHAINS[0]),
                view.getLastProcessedBlock(CHAINS[1]),
                List.copyOf(view.listBlocks(CHAINS[0])),
                view.countTasks(TaskStatus.PENDING),
                view.countTasks(TaskStatus.PROCESSING));
    }

    /** What the write returns, or how it was refused. */
    private static Object outcome(Callable<Object> write) {
        try {
            return String.valueOf(write.call());
        } catch (RefusedException e) {
            return e.code() + ": " + e.getMessage();
        } catch (Exception e) {
            throw new AssertionError("only refusals are expected", e);
        }
    }
}
