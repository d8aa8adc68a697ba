package io.strait.bench.contestant;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import java.util.List;

/** Strait's reads: of the live stores, or of a snapshot. */
abstract class StraitView implements ContestantView {
    /** The aggregator's reads. */
    abstract AggregatorView aggregator();

    /** The executor's reads. */
    abstract ExecutorView executor();

    @Override
    public final long getLastProcessedBlock(Chain chain) {
        return aggregator().getLastProcessedBlock(chain);
    }

    @Override
    public final Block getBlock(Chain chain, long blockNumber) {
        return aggregator().getBlock(chain, blockNumber).orElse(null);
    }

    @Override
    public final Task getTask(String taskId) {
        return aggregator().getTask(taskId).orElse(null);
    }

    @Override
    public final TaskRecord getTaskRecord(String taskId) {
        return aggregator().getTaskRecord(taskId).orElse(null);
    }

    @Override
    public final List<Task> listPendingTasks() {
        return aggregator().listPendingTasks();
    }

    @Override
    public final List<Task> listPendingTasksForAvs(Address avs) {
        return aggregator().listPendingTasksForAvs(avs);
    }

    @Override
    public final OperatorSetConfig getOperatorSetConfig(OperatorSet operatorSet) {
        return aggregator().getOperatorSetConfig(operatorSet).orElse(null);
    }

    @Override
    public final Performer getPerformer(String performerId) {
        return executor().getPerformer(performerId).orElse(null);
    }

    @Override
    public final List<Performer> listPerformers() {
        return executor().listPerformers();
    }
}
