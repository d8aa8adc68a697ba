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
import io.strait.bench.contestant.VersionedKeys.AvsSequence;
import io.strait.bench.contestant.VersionedKeys.BlockKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/** Reads of an MVStore's maps: the live ones, or those of one version. No lock. */
class VersionedView implements ContestantView {
    final VersionedState maps;

    VersionedView(VersionedState maps) {
        this.maps = maps;
    }

    @Override
    public final long getLastProcessedBlock(Chain chain) {
        Long last = maps.lastBlocks().get(chain);
        return last == null ? AggregatorView.NO_BLOCK : last;
    }

    @Override
    public final Block getBlock(Chain chain, long blockNumber) {
        return maps.blocks().get(new BlockKey(chain, blockNumber));
    }

    @Override
    public final Task getTask(String taskId) {
        VersionedState.Sequenced<TaskRecord> entry = maps.tasks().get(taskId);
        return entry == null ? null : entry.value().task();
    }

    @Override
    public final TaskRecord getTaskRecord(String taskId) {
        VersionedState.Sequenced<TaskRecord> entry = maps.tasks().get(taskId);
        return entry == null ? null : entry.value();
    }

    @Override
    public final List<Task> listPendingTasks() {
        return valuesOf(maps.pending());
    }

    @Override
    public final List<Task> listPendingTasksForAvs(Address avs) {
        List<Task> tasks = new ArrayList<>();
        Cursor<AvsSequence, Task> cursor = maps.pendingByAvs().cursor(new AvsSequence(avs, 0));
        // asking each key for its AVS is cheaper than the cursor's own comparison with an end
        while (cursor.hasNext() && cursor.next().avs().equals(avs)) {
            tasks.add(cursor.getValue());
        }
        return Collections.unmodifiableList(tasks);
    }

    @Override
    public final OperatorSetConfig getOperatorSetConfig(OperatorSet operatorSet) {
        return maps.configs().get(operatorSet);
    }

    @Override
    public final Performer getPerformer(String performerId) {
        VersionedState.Sequenced<Performer> entry = maps.performers().get(performerId);
        return entry == null ? null : entry.value();
    }

    @Override
    public final List<Performer> listPerformers() {
        return valuesOf(maps.performerOrder());
    }

    /** A cursor walks the tree as it was when the cursor was made. */
    private static <V> List<V> valuesOf(MVMap<Long, V> map) {
        List<V> values = new ArrayList<>(map.size());
        Cursor<Long, V> cursor = map.cursor(null);
        while (cursor.hasNext()) {
            cursor.next();
            values.add(cursor.getValue());
        }
        return Collections.unmodifiableList(values);
    }
}
