package io.strait.bench.contestant;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.bench.contestant.VersionedKeys.AvsSequence;
import io.strait.bench.contestant.VersionedKeys.BlockKey;
import io.strait.bench.contestant.VersionedState.Sequenced;
import java.util.List;

/** The writes to an MVStore's maps that touch more than one of them. One thread at a time. */
final class VersionedWrites {
    private final VersionedState maps;
    private long nextSequence;

    VersionedWrites(VersionedState maps) {
        this.maps = maps;
    }

    void setLast(Chain chain, long number) {
        Rules.refuseGoingBack(number, last(chain));
        maps.lastBlocks().put(chain, number);
    }

    void commitBlock(Block block, List<Task> newTasks, long pruneBelow, long nowMs) {
        Chain chain = block.chain();
        BlockKey key = new BlockKey(chain, block.number());
        Block stored = maps.blocks().get(key);
        Block before = maps.blocks().get(new BlockKey(chain, block.number() - 1));
        Rules.refuseUnlessNext(block, last(chain), stored, before);
        saveAll(newTasks, nowMs);
        maps.blocks().put(key, block);
        prune(chain, pruneBelow);
        // last, so that whoever sees the number finds the block and its tasks
        maps.lastBlocks().put(chain, block.number());
    }

    void save(Task task, long nowMs) {
        long sequence = nextSequence;
        Sequenced<TaskRecord> entry = new Sequenced<>(sequence, Rules.pending(task, nowMs));
        if (maps.tasks().putIfAbsent(task.id(), entry) != null) {
            throw Rules.taskExists(task);
        }
        nextSequence++;
        maps.pending().put(sequence, task);
        maps.pendingByAvs().put(new AvsSequence(task.avs(), sequence), task);
    }

    void updateStatus(String taskId, TaskStatus status, long nowMs) {
        Sequenced<TaskRecord> old = maps.tasks().get(taskId);
        if (old == null) {
            throw Rules.noTask(taskId);
        }
        TaskRecord moved = Rules.moved(old.value(), status, nowMs);
        maps.tasks().put(taskId, new Sequenced<>(old.sequence(), moved));
        leavePending(old);
    }

    void delete(String taskId) {
        Sequenced<TaskRecord> old = maps.tasks().remove(taskId);
        if (old == null) {
            throw Rules.noTask(taskId);
        }
        leavePending(old);
    }

    void save(Performer performer) {
        Sequenced<Performer> old = maps.performers().get(performer.id());
        long sequence = old == null ? nextSequence++ : old.sequence();
        maps.performers().put(performer.id(), new Sequenced<>(sequence, performer));
        maps.performerOrder().put(sequence, performer);
    }

    private long last(Chain chain) {
        Long last = maps.lastBlocks().get(chain);
        return last == null ? AggregatorView.NO_BLOCK : last;
    }

    private void saveAll(List<Task> tasks, long nowMs) {
        for (Task task : tasks) {
            if (maps.tasks().containsKey(task.id())) {
                throw Rules.taskOfCommitExists(task);
            }
        }
        for (Task task : tasks) {
            save(task, nowMs);
        }
    }

    private void prune(Chain chain, long pruneBelow) {
        BlockKey lowest = maps.blocks().ceilingKey(new BlockKey(chain, 0));
        while (lowest != null && lowest.chain().equals(chain) && lowest.number() < pruneBelow) {
            maps.blocks().remove(lowest);
            lowest = maps.blocks().higherKey(lowest);
        }
    }

    private void leavePending(Sequenced<TaskRecord> old) {
        if (old.value().status() == TaskStatus.PENDING) {
            maps.pending().remove(old.sequence());
            maps.pendingByAvs().remove(new AvsSequence(old.value().task().avs(), old.sequence()));
        }
    }
}
