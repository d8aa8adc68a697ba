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
import java.util.List;
import java.util.Map;

/** What a contestant without snapshots told of some keys while nobody wrote. */
final class CopiedView implements ContestantView {
    private final Map<Chain, Long> lastBlocks = new HashMap<>();
    private final Map<Chain, Map<Long, Block>> blocks = new HashMap<>();
    private final Map<String, TaskRecord> records = new HashMap<>();
    private final List<Task> pending;
    private final Map<OperatorSet, OperatorSetConfig> configs = new HashMap<>();
    private final List<Performer> performers;

    CopiedView(ContestantView original, WrittenKeys keys) {
        for (Chain chain : keys.chains()) {
            lastBlocks.put(chain, original.getLastProcessedBlock(chain));
            Map<Long, Block> ofChain = new HashMap<>();
            keys.blocksOf(chain).forEach(n -> ofChain.put(n, original.getBlock(chain, n)));
            blocks.put(chain, ofChain);
        }
        keys.tasks().forEach(id -> records.put(id, original.getTaskRecord(id)));
        keys.operatorSets().forEach(set -> configs.put(set, original.getOperatorSetConfig(set)));
        pending = List.copyOf(original.listPendingTasks());
        performers = List.copyOf(original.listPerformers());
    }

    @Override
    public long getLastProcessedBlock(Chain chain) {
        return lastBlocks.getOrDefault(chain, -1L);
    }

    @Override
    public Block getBlock(Chain chain, long blockNumber) {
        return blocks.getOrDefault(chain, Map.of()).get(blockNumber);
    }

    @Override
    public Task getTask(String taskId) {
        TaskRecord record = records.get(taskId);
        return record == null ? null : record.task();
    }

    @Override
    public TaskRecord getTaskRecord(String taskId) {
        return records.get(taskId);
    }

    @Override
    public List<Task> listPendingTasks() {
        return pending;
    }

    @Override
    public List<Task> listPendingTasksForAvs(Address avs) {
        return pending.stream().filter(task -> task.avs().equals(avs)).toList();
    }

    @Override
    public OperatorSetConfig getOperatorSetConfig(OperatorSet operatorSet) {
        return configs.get(operatorSet);
    }

    @Override
    public Performer getPerformer(String performerId) {
        return performers.stream().filter(p -> p.id().equals(performerId)).findAny().orElse(null);
    }

    @Override
    public List<Performer> listPerformers() {
        return performers;
    }
}
