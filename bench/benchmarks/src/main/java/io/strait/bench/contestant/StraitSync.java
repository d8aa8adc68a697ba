package io.strait.bench.contestant;

import io.strait.api.AggregatorStore;
import io.strait.api.ExecutorStore;
import io.strait.api.StateEngine;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import java.util.List;

/** Strait as most callers use it: each write returns when it is visible. */
class StraitSync extends StraitView implements Contestant {
    private final StateEngine engine;
    private final AggregatorStore aggregator;
    private final ExecutorStore executor;

    /** Over an engine of its own. */
    StraitSync(StateEngine engine) {
        this.engine = engine;
        this.aggregator = engine.aggregator();
        this.executor = engine.executor();
    }

    @Override
    final AggregatorStore aggregator() {
        return aggregator;
    }

    @Override
    final ExecutorStore executor() {
        return executor;
    }

    @Override
    public final void setLastProcessedBlock(Chain chain, long blockNumber) {
        aggregator.setLastProcessedBlock(chain, blockNumber);
    }

    @Override
    public final void commitBlock(Block block, List<Task> tasks, long pruneBelow) {
        aggregator.commitBlock(block, tasks, pruneBelow);
    }

    @Override
    public final void saveTask(Task task) {
        aggregator.saveTask(task);
    }

    @Override
    public final void updateTaskStatus(String taskId, TaskStatus status) {
        aggregator.updateTaskStatus(taskId, status);
    }

    @Override
    public final void deleteTask(String taskId) {
        aggregator.deleteTask(taskId);
    }

    @Override
    public final void saveOperatorSetConfig(OperatorSetConfig config) {
        aggregator.saveOperatorSetConfig(config);
    }

    @Override
    public final void savePerformer(Performer performer) {
        executor.savePerformer(performer);
    }

    @Override
    public final ContestantView snapshot() {
        return new StraitSnapshotView(engine.snapshot());
    }

    @Override
    public final void drain() {
        // nothing is ever under way
    }

    @Override
    public final void close() {
        engine.close();
    }
}
