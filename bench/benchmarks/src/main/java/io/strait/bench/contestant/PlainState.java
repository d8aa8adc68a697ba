package io.strait.bench.contestant;

import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a locked contestant holds. Not for several threads at once, unless none writes. */
final class PlainState implements ContestantView {
    final PlainChains chains;
    final PlainTasks tasks;
    final Map<OperatorSet, OperatorSetConfig> configs;
    final Map<String, Performer> performers;

    PlainState(PlainTasks tasks, int expectedPerformers) {
        this(
                new PlainChains(),
                tasks,
                new HashMap<>(),
                new LinkedHashMap<>(PlainTasks.capacityFor(expectedPerformers)));
    }

    private PlainState(
            PlainChains chains,
            PlainTasks tasks,
            Map<OperatorSet, OperatorSetConfig> configs,
            Map<String, Performer> performers) {
        this.chains = chains;
        this.tasks = tasks;
        this.configs = configs;
        this.performers = performers;
    }

    PlainState copy() {
        return new PlainState(
                chains.copy(),
                tasks.copy(),
                new HashMap<>(configs),
                new LinkedHashMap<>(performers));
    }

    void commitBlock(Block block, List<Task> newTasks, long pruneBelow, long nowMs) {
        chains.refuseUnlessNext(block);
        tasks.saveAll(newTasks, nowMs);
        chains.commit(block, pruneBelow);
    }

    @Override
    public long getLastProcessedBlock(Chain chain) {
        return chains.last(chain);
    }

    @Override
    public Block getBlock(Chain chain, long blockNumber) {
        return chains.block(chain, blockNumber);
    }

    @Override
    public Task getTask(String taskId) {
        TaskRecord record = tasks.get(taskId);
        return record == null ? null : record.task();
    }

    @Override
    public TaskRecord getTaskRecord(String taskId) {
        return tasks.get(taskId);
    }

    @Override
    public List<Task> listPendingTasks() {
        return tasks.listPending();
    }

    @Override
    public List<Task> listPendingTasksForAvs(Address avs) {
        return tasks.listPendingForAvs(avs);
    }

    @Override
    public OperatorSetConfig getOperatorSetConfig(OperatorSet operatorSet) {
        return configs.get(operatorSet);
    }

    @Override
    public Performer getPerformer(String performerId) {
        return performers.get(performerId);
    }

    @Override
    public List<Performer> listPerformers() {
        return ImmutableLists.copyOf(performers.values(), Performer[]::new);
    }
}
