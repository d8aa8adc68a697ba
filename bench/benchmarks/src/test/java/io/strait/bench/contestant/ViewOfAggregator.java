package io.strait.bench.contestant;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A contestant's reads as the API has them. What a contestant is not asked for by a benchmark is
 * put together from what it is asked for; of what cannot be saved, there is nothing.
 */
class ViewOfAggregator implements AggregatorView {
    final String label;
    private final ContestantView view;
    private final WrittenKeys keys;

    ViewOfAggregator(String label, ContestantView view, WrittenKeys keys) {
        this.label = label;
        this.view = view;
        this.keys = keys;
    }

    @Override
    public long getLastProcessedBlock(Chain chain) {
        return view.getLastProcessedBlock(chain);
    }

    @Override
    public Optional<Block> getBlock(Chain chain, long blockNumber) {
        return Optional.ofNullable(view.getBlock(chain, blockNumber));
    }

    @Override
    public Optional<Block> getLastBlock(Chain chain) {
        List<Block> blocks = listBlocks(chain);
        return blocks.isEmpty() ? Optional.empty() : Optional.of(blocks.get(blocks.size() - 1));
    }

    @Override
    public List<Block> listBlocks(Chain chain) {
        return keys.blocksOf(chain).stream()
                .map(number -> view.getBlock(chain, number))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public List<Chain> listChains() {
        return keys.chains().stream()
                .filter(chain -> view.getLastProcessedBlock(chain) != NO_BLOCK)
                .toList();
    }

    @Override
    public Optional<Task> getTask(String taskId) {
        if (taskId == null || taskId.isBlank()) {
            throw NotMeasured.on(label, "checking arguments");
        }
        return Optional.ofNullable(view.getTask(taskId));
    }

    @Override
    public Optional<TaskRecord> getTaskRecord(String taskId) {
        return Optional.ofNullable(view.getTaskRecord(taskId));
    }

    @Override
    public List<Task> listPendingTasks() {
        return view.listPendingTasks();
    }

    @Override
    public List<Task> listPendingTasksForAvs(Address avs) {
        return view.listPendingTasksForAvs(avs);
    }

    /** The pending ones in the contestant's own order. */
    @Override
    public List<TaskRecord> listTasks(TaskStatus status) {
        return status == TaskStatus.PENDING
                ? view.listPendingTasks().stream()
                        .map(task -> view.getTaskRecord(task.id()))
                        .filter(Objects::nonNull) // deleted since it was listed
                        .toList()
                : recordsThat(record -> record.status() == status);
    }

    @Override
    public List<TaskRecord> listExpiredTasks(long nowMs) {
        return recordsThat(r -> !r.status().isFinal() && r.task().isExpired(nowMs));
    }

    @Override
    public int countTasks(TaskStatus status) {
        return listTasks(status).size();
    }

    @Override
    public Optional<OperatorSetConfig> getOperatorSetConfig(OperatorSet operatorSet) {
        return Optional.ofNullable(view.getOperatorSetConfig(operatorSet));
    }

    @Override
    public List<OperatorSetConfig> listOperatorSetConfigs() {
        return keys.operatorSets().stream()
                .map(view::getOperatorSetConfig)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Optional<AvsConfig> getAvsConfig(Address avs) {
        return Optional.empty();
    }

    @Override
    public List<AvsConfig> listAvsConfigs() {
        return List.of();
    }

    private List<TaskRecord> recordsThat(Predicate<TaskRecord> wanted) {
        return keys.tasks().stream()
                .map(view::getTaskRecord)
                .filter(Objects::nonNull)
                .filter(wanted)
                .toList();
    }
}
