package io.strait.model;

import io.strait.api.AggregatorStore;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.internal.Require;
import io.strait.api.write.AggregatorWrite;
import java.util.List;
import java.util.Optional;

/** The aggregator's store over a {@link ModelEngine}. How callers wait is all one to it. */
final class ModelAggregatorStore implements AggregatorStore {
    private final ModelEngine engine;

    ModelAggregatorStore(ModelEngine engine) {
        this.engine = engine;
    }

    @Override
    public <R> R execute(AggregatorWrite<R> write) {
        return engine.submit(write).await();
    }

    @Override
    public AggregatorStore with(WriteOptions options) {
        Require.notNull("options", options);
        return engine.read(state -> new ModelAggregatorStore(engine));
    }

    @Override
    public long getLastProcessedBlock(Chain chain) {
        return engine.read(state -> state.aggregator().getLastProcessedBlock(chain));
    }

    @Override
    public Optional<Block> getBlock(Chain chain, long blockNumber) {
        return engine.read(state -> state.aggregator().getBlock(chain, blockNumber));
    }

    @Override
    public Optional<Block> getLastBlock(Chain chain) {
        return engine.read(state -> state.aggregator().getLastBlock(chain));
    }

    @Override
    public List<Block> listBlocks(Chain chain) {
        return engine.read(state -> state.aggregator().listBlocks(chain));
    }

    @Override
    public List<Chain> listChains() {
        return engine.read(state -> state.aggregator().listChains());
    }

    @Override
    public Optional<Task> getTask(String taskId) {
        return engine.read(state -> state.aggregator().getTask(taskId));
    }

    @Override
    public Optional<TaskRecord> getTaskRecord(String taskId) {
        return engine.read(state -> state.aggregator().getTaskRecord(taskId));
    }

    @Override
    public List<Task> listPendingTasks() {
        return engine.read(state -> state.aggregator().listPendingTasks());
    }

    @Override
    public List<Task> listPendingTasksForAvs(Address avs) {
        return engine.read(state -> state.aggregator().listPendingTasksForAvs(avs));
    }

    @Override
    public List<TaskRecord> listTasks(TaskStatus status) {
        return engine.read(state -> state.aggregator().listTasks(status));
    }

    @Override
    public List<TaskRecord> listExpiredTasks(long nowMs) {
        return engine.read(state -> state.aggregator().listExpiredTasks(nowMs));
    }

    @Override
    public int countTasks(TaskStatus status) {
        return engine.read(state -> state.aggregator().countTasks(status));
    }

    @Override
    public Optional<OperatorSetConfig> getOperatorSetConfig(OperatorSet operatorSet) {
        return engine.read(state -> state.aggregator().getOperatorSetConfig(operatorSet));
    }

    @Override
    public List<OperatorSetConfig> listOperatorSetConfigs() {
        return engine.read(state -> state.aggregator().listOperatorSetConfigs());
    }

    @Override
    public Optional<AvsConfig> getAvsConfig(Address avs) {
        return engine.read(state -> state.aggregator().getAvsConfig(avs));
    }

    @Override
    public List<AvsConfig> listAvsConfigs() {
        return engine.read(state -> state.aggregator().listAvsConfigs());
    }
}
