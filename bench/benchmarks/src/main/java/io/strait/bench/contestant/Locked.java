package io.strait.bench.contestant;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The reference's design: a plain state behind one read-write lock. */
final class Locked extends LockedView implements Contestant {
    private final InstantSource clock;
    private final PlainState state;
    private final Lock readLock;
    private final Lock writeLock;

    Locked(ContestantConfig config, PlainTasks tasks) {
        this(
                config.clock(),
                new PlainState(tasks, config.expectedPerformers()),
                new ReentrantReadWriteLock());
    }

    private Locked(InstantSource clock, PlainState state, ReentrantReadWriteLock lock) {
        super(state, lock.readLock());
        this.clock = clock;
        this.state = state;
        this.readLock = lock.readLock();
        this.writeLock = lock.writeLock();
    }

    @Override
    public void setLastProcessedBlock(Chain chain, long blockNumber) {
        writeLock.lock();
        try {
            state.chains.setLast(chain, blockNumber);
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public void commitBlock(Block block, List<Task> tasks, long pruneBelow) {
        long nowMs = clock.millis();
        writeLock.lock();
        try {
            state.commitBlock(block, tasks, pruneBelow, nowMs);
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public void saveTask(Task task) {
        long nowMs = clock.millis();
        writeLock.lock();
        try {
            state.tasks.save(task, nowMs);
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public void updateTaskStatus(String taskId, TaskStatus status) {
        long nowMs = clock.millis();
        writeLock.lock();
        try {
            state.tasks.updateStatus(taskId, status, nowMs);
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public void deleteTask(String taskId) {
        writeLock.lock();
        try {
            state.tasks.delete(taskId);
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public void saveOperatorSetConfig(OperatorSetConfig config) {
        writeLock.lock();
        try {
            state.configs.put(config.operatorSet(), config);
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public void savePerformer(Performer performer) {
        writeLock.lock();
        try {
            state.performers.put(performer.id(), performer);
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public ContestantView snapshot() {
        readLock.lock();
        try {
            return state.copy(); // nobody writes to a copy, so it needs no lock
        } finally {
            readLock.unlock();
        }
    }

    @Override
    public void drain() {
        // nothing is ever under way
    }

    @Override
    public void close() {
        // nothing to give back
    }
}
