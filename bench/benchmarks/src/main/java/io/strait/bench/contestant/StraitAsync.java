package io.strait.bench.contestant;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.StateEngine;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite;
import io.strait.api.write.ExecutorWrite;
import io.strait.api.write.Write;
import java.util.List;

/**
 * Strait with its writes submitted. Each thread keeps the tickets of its own writes in a ring, so
 * that {@link #drain} can tell of every one of them.
 */
final class StraitAsync extends StraitView implements Contestant {
    private final StateEngine engine;
    private final AggregatorView aggregator;
    private final ExecutorView executor;
    private final ThreadLocal<TicketRing> tickets = ThreadLocal.withInitial(TicketRing::new);

    /** Over an engine of its own, which waits for room in its lane. */
    StraitAsync(StateEngine engine) {
        this.engine = engine;
        this.aggregator = engine.aggregator();
        this.executor = engine.executor();
    }

    @Override
    AggregatorView aggregator() {
        return aggregator;
    }

    @Override
    ExecutorView executor() {
        return executor;
    }

    @Override
    public void setLastProcessedBlock(Chain chain, long blockNumber) {
        submit(new AggregatorWrite.SetLastProcessedBlock(chain, blockNumber));
    }

    @Override
    public void commitBlock(Block block, List<Task> tasks, long pruneBelow) {
        submit(new AggregatorWrite.CommitBlock(block, tasks, pruneBelow));
    }

    @Override
    public void saveTask(Task task) {
        submit(new AggregatorWrite.SaveTask(task));
    }

    @Override
    public void updateTaskStatus(String taskId, TaskStatus status) {
        submit(new AggregatorWrite.UpdateTaskStatus(taskId, status));
    }

    @Override
    public void deleteTask(String taskId) {
        submit(new AggregatorWrite.DeleteTask(taskId));
    }

    @Override
    public void saveOperatorSetConfig(OperatorSetConfig config) {
        submit(new AggregatorWrite.SaveOperatorSetConfig(config));
    }

    @Override
    public void savePerformer(Performer performer) {
        submit(new ExecutorWrite.SavePerformer(performer));
    }

    @Override
    public ContestantView snapshot() {
        return new StraitSnapshotView(engine.snapshot());
    }

    @Override
    public void drain() {
        tickets.get().drain();
    }

    @Override
    public void close() {
        engine.close();
    }

    private void submit(Write<?> write) {
        tickets.get().add(engine.submit(write));
    }
}
