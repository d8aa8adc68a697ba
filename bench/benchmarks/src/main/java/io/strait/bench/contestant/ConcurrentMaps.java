package io.strait.bench.contestant;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentMap;

/** Concurrent maps, one per kind of thing. */
final class ConcurrentMaps implements Contestant {
    private final InstantSource clock;
    private final ConcurrentTasks tasks;
    private final ConcurrentPerformers performers;
    private final ConcurrentMap<Chain, ConcurrentChain> chains;
    private final ConcurrentMap<OperatorSet, OperatorSetConfig> configs;

    private ConcurrentMaps(
            ContestantConfig config,
            MapSource maps,
            ConcurrentTasks tasks,
            ConcurrentPerformers performers) {
        this.clock = config.clock();
        this.tasks = tasks;
        this.performers = performers;
        this.chains = maps.newMap(16);
        this.configs = maps.newMap(16);
    }

    /** With lists that look at everything, and sort it. */
    static ConcurrentMaps scanned(ContestantConfig config, MapSource maps) {
        return new ConcurrentMaps(
                config,
                maps,
                new ConcurrentTasks(maps, config.expectedTasks()),
                new ConcurrentPerformers(maps, config.expectedPerformers()));
    }

    /** With the pending tasks indexed, and the order of the performers. */
    static ConcurrentMaps indexed(ContestantConfig config, MapSource maps) {
        return new ConcurrentMaps(
                config,
                maps,
                new IndexedConcurrentTasks(maps, config.expectedTasks()),
                new IndexedConcurrentPerformers(maps, config.expectedPerformers()));
    }

    @Override
    public long getLastProcessedBlock(Chain chain) {
        ConcurrentChain known = chains.get(chain);
        return known == null ? AggregatorView.NO_BLOCK : known.last();
    }

    @Override
    public Block getBlock(Chain chain, long blockNumber) {
        ConcurrentChain known = chains.get(chain);
        return known == null ? null : known.block(blockNumber);
    }

    @Override
    public Task getTask(String taskId) {
        TaskCell cell = tasks.get(taskId);
        return cell == null ? null : cell.task;
    }

    @Override
    public TaskRecord getTaskRecord(String taskId) {
        TaskCell cell = tasks.get(taskId);
        return cell == null ? null : cell.get();
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
        return performers.list();
    }

    @Override
    public void setLastProcessedBlock(Chain chain, long blockNumber) {
        known(chain).setLast(blockNumber);
    }

    @Override
    public void commitBlock(Block block, List<Task> newTasks, long pruneBelow) {
        long nowMs = clock.millis();
        known(block.chain()).commit(block, pruneBelow, () -> tasks.saveAll(newTasks, nowMs));
    }

    @Override
    public void saveTask(Task task) {
        tasks.save(task, clock.millis());
    }

    @Override
    public void updateTaskStatus(String taskId, TaskStatus status) {
        tasks.updateStatus(taskId, status, clock.millis());
    }

    @Override
    public void deleteTask(String taskId) {
        tasks.delete(taskId);
    }

    @Override
    public void saveOperatorSetConfig(OperatorSetConfig config) {
        configs.put(config.operatorSet(), config);
    }

    @Override
    public void savePerformer(Performer performer) {
        performers.save(performer);
    }

    @Override
    public ContestantView snapshot() {
        throw new UnsupportedOperationException("concurrent maps have no consistent view");
    }

    @Override
    public void drain() {
        // nothing is ever under way
    }

    @Override
    public void close() {
        // nothing to give back
    }

    private ConcurrentChain known(Chain chain) {
        // asked first: computeIfAbsent may lock although the chain is there
        ConcurrentChain known = chains.get(chain);
        return known != null
                ? known
                : chains.computeIfAbsent(chain, unknown -> new ConcurrentChain());
    }
}
