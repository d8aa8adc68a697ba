package io.strait.bench.contestant;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;

/**
 * H2's MVStore in memory. One operation changes several maps, so writers take turns; readers take
 * no lock.
 */
final class VersionedMaps extends VersionedView implements Contestant {
    private final InstantSource clock;
    private final MVStore store;
    private final VersionedWrites writes;
    private final ReentrantLock turn = new ReentrantLock();

    private VersionedMaps(InstantSource clock, MVStore store, VersionedState maps) {
        super(maps);
        this.clock = clock;
        this.store = store;
        this.writes = new VersionedWrites(maps);
    }

    static Contestant open(ContestantConfig config) {
        MVStore store = new MVStore.Builder().autoCommitDisabled().open();
        return new VersionedMaps(config.clock(), store, VersionedState.open(store));
    }

    @Override
    public void setLastProcessedBlock(Chain chain, long blockNumber) {
        turn.lock();
        try {
            writes.setLast(chain, blockNumber);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void commitBlock(Block block, List<Task> tasks, long pruneBelow) {
        long nowMs = clock.millis();
        turn.lock();
        try {
            writes.commitBlock(block, tasks, pruneBelow, nowMs);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void saveTask(Task task) {
        long nowMs = clock.millis();
        turn.lock();
        try {
            writes.save(task, nowMs);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void updateTaskStatus(String taskId, TaskStatus status) {
        long nowMs = clock.millis();
        turn.lock();
        try {
            writes.updateStatus(taskId, status, nowMs);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void deleteTask(String taskId) {
        turn.lock();
        try {
            writes.delete(taskId);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void saveOperatorSetConfig(OperatorSetConfig config) {
        maps.configs().put(config.operatorSet(), config); // one map: atomic by itself
    }

    @Override
    public void savePerformer(Performer performer) {
        turn.lock();
        try {
            writes.save(performer);
        } finally {
            turn.unlock();
        }
    }

    /** Opens every map at the version that is being written, between two writes. */
    @Override
    public ContestantView snapshot() {
        turn.lock();
        try {
            return new VersionedView(maps.at(store.getCurrentVersion()));
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void drain() {
        // nothing is ever under way
    }

    @Override
    public void close() {
        store.closeImmediately();
    }
}
