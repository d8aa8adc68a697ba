package io.strait.model;

import io.strait.api.AggregatorView;
import io.strait.api.Limits;
import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Rollback;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.internal.Require;
import io.strait.api.write.AggregatorWrite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The aggregator's part of the state: hands each write to the part that it is about. */
final class ModelAggregator implements AggregatorView {
    private final ModelChains chains;
    private final ModelTasks tasks;
    private final ModelConfigs configs;

    ModelAggregator(Limits limits) {
        this(new ModelChains(limits), new ModelTasks(limits), new ModelConfigs(limits));
    }

    private ModelAggregator(ModelChains chains, ModelTasks tasks, ModelConfigs configs) {
        this.chains = chains;
        this.tasks = tasks;
        this.configs = configs;
    }

    ModelAggregator copy() {
        return new ModelAggregator(chains.copy(), tasks.copy(), configs.copy());
    }

    Outcome apply(AggregatorWrite<?> write, long timeMs) {
        if (write instanceof AggregatorWrite.SetLastProcessedBlock w) {
            return chains.setLastProcessedBlock(w.chain(), w.blockNumber());
        } else if (write instanceof AggregatorWrite.SaveBlock w) {
            return chains.saveBlock(w.block());
        } else if (write instanceof AggregatorWrite.DeleteBlock w) {
            return chains.deleteBlock(w.chain(), w.blockNumber());
        } else if (write instanceof AggregatorWrite.CommitBlock w) {
            return commitBlock(w, timeMs);
        } else if (write instanceof AggregatorWrite.RollbackTo w) {
            return rollbackTo(w.chain(), w.ancestorNumber());
        } else if (write instanceof AggregatorWrite.ResetChain w) {
            return resetChain(w.block());
        } else if (write instanceof AggregatorWrite.ForgetChain w) {
            return forgetChain(w.chain());
        } else if (write instanceof AggregatorWrite.SaveTask w) {
            return tasks.save(w.task(), timeMs);
        } else if (write instanceof AggregatorWrite.UpdateTaskStatus w) {
            return tasks.updateStatus(w.taskId(), w.status(), timeMs);
        } else if (write instanceof AggregatorWrite.DeleteTask w) {
            return tasks.delete(w.taskId());
        } else if (write instanceof AggregatorWrite.ClaimNextTask w) {
            return tasks.claimNext(w, timeMs);
        } else if (write instanceof AggregatorWrite.RequeueExpiredLeases w) {
            return tasks.requeueExpiredLeases(w.nowMs(), w.maxTasks(), timeMs);
        } else if (write instanceof AggregatorWrite.SaveOperatorSetConfig w) {
            return configs.save(w.config());
        } else if (write instanceof AggregatorWrite.SaveAvsConfig w) {
            return configs.save(w.config());
        }
        throw new AssertionError(write);
    }

    private Outcome commitBlock(AggregatorWrite.CommitBlock commit, long timeMs) {
        chains.refuseUnlessNext(commit.block(), commit.parentCheck());
        tasks.refuseIfOneExists(commit.tasks());
        chains.refuseUnlessRoom(commit.block());
        tasks.refuseUnlessRoom(commit.tasks().size());
        chains.commit(commit.block(), commit.pruneBelow());
        commit.tasks().forEach(task -> tasks.add(task, timeMs));
        return Outcome.CHANGED;
    }

    private Outcome rollbackTo(Chain chain, long ancestorNumber) {
        chains.refuseUnlessCanGoBackTo(chain, ancestorNumber);
        boolean changes = chains.changesByGoingBackTo(chain, ancestorNumber);
        List<Block> blocks = chains.goBackTo(chain, ancestorNumber);
        List<TaskRecord> orphans = tasks.dropAbove(chain, ancestorNumber);
        return new Outcome(
                changes || !blocks.isEmpty() || !orphans.isEmpty(),
                new Rollback(chain, ancestorNumber, blocks, orphans));
    }

    private Outcome resetChain(Block block) {
        Chain chain = block.chain();
        chains.refuseUnlessRoomForChain(chain);
        boolean stored = chains.isStored(block);
        boolean changes = !stored || chains.changesByGoingBackTo(chain, block.number());
        List<Block> blocks = chains.reset(block);
        long lastKept = block.number();
        if (!stored && !blocks.isEmpty()) {
            lastKept = Math.min(lastKept, blocks.get(0).number() - 1);
        }
        List<TaskRecord> orphans = tasks.dropAbove(chain, lastKept);
        return new Outcome(
                changes || !blocks.isEmpty() || !orphans.isEmpty(),
                new Rollback(chain, block.number(), blocks, orphans));
    }

    private Outcome forgetChain(Chain chain) {
        chains.refuseUnlessKnown(chain);
        boolean changes = chains.changesByGoingBackTo(chain, NO_BLOCK);
        List<Block> blocks = chains.forget(chain);
        List<TaskRecord> orphans = tasks.dropAbove(chain, NO_BLOCK);
        return new Outcome(
                changes || !blocks.isEmpty() || !orphans.isEmpty(),
                new Rollback(chain, NO_BLOCK, blocks, orphans));
    }

    @Override
    public long getLastProcessedBlock(Chain chain) {
        return chains.get(Require.notNull("chain", chain)).lastProcessedBlock;
    }

    @Override
    public Optional<Block> getBlock(Chain chain, long blockNumber) {
        Require.notNull("chain", chain);
        Require.notNegative("blockNumber", blockNumber);
        return Optional.ofNullable(chains.get(chain).blocks.get(blockNumber));
    }

    @Override
    public Optional<Block> getLastBlock(Chain chain) {
        Require.notNull("chain", chain);
        return Optional.ofNullable(chains.get(chain).blocks.lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public List<Block> listBlocks(Chain chain) {
        return List.copyOf(chains.get(Require.notNull("chain", chain)).blocks.values());
    }

    @Override
    public List<Chain> listChains() {
        return chains.list();
    }

    @Override
    public Optional<Task> getTask(String taskId) {
        return getTaskRecord(taskId).map(TaskRecord::task);
    }

    @Override
    public Optional<TaskRecord> getTaskRecord(String taskId) {
        return tasks.get(Require.id("taskId", taskId));
    }

    @Override
    public List<Task> listPendingTasks() {
        return tasksOf(listTasks(TaskStatus.PENDING));
    }

    @Override
    public List<Task> listPendingTasksForAvs(Address avs) {
        Require.notNull("avs", avs);
        return tasksOf(
                tasks.list(
                        record ->
                                record.status() == TaskStatus.PENDING
                                        && record.task().avs().equals(avs)));
    }

    @Override
    public List<TaskRecord> listTasks(TaskStatus status) {
        Require.notNull("status", status);
        return tasks.list(record -> record.status() == status);
    }

    @Override
    public List<TaskRecord> listExpiredTasks(long nowMs) {
        Require.notNegative("nowMs", nowMs);
        return tasks.list(
                record -> ModelTasks.isActive(record) && record.task().deadlineMs() < nowMs);
    }

    @Override
    public int countTasks(TaskStatus status) {
        return listTasks(status).size();
    }

    @Override
    public Optional<OperatorSetConfig> getOperatorSetConfig(OperatorSet operatorSet) {
        Require.notNull("operatorSet", operatorSet);
        return Optional.ofNullable(configs.ofOperatorSets.get(operatorSet));
    }

    @Override
    public List<OperatorSetConfig> listOperatorSetConfigs() {
        return List.copyOf(configs.ofOperatorSets.values());
    }

    @Override
    public Optional<AvsConfig> getAvsConfig(Address avs) {
        return Optional.ofNullable(configs.ofAvss.get(Require.notNull("avs", avs)));
    }

    @Override
    public List<AvsConfig> listAvsConfigs() {
        return List.copyOf(configs.ofAvss.values());
    }

    private static List<Task> tasksOf(List<TaskRecord> records) {
        List<Task> tasks = new ArrayList<>();
        for (TaskRecord record : records) {
            tasks.add(record.task());
        }
        return Collections.unmodifiableList(tasks);
    }
}
