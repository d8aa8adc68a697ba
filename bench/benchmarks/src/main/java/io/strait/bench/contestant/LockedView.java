package io.strait.bench.contestant;

import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import java.util.List;
import java.util.concurrent.locks.Lock;

/** Reads of a plain state, each under the read lock. */
class LockedView implements ContestantView {
    private final PlainState state;
    private final Lock readLock;

    LockedView(PlainState state, Lock readLock) {
        this.state = state;
        this.readLock = readLock;
    }

    @Override
    public final long getLastProcessedBlock(Chain chain) {
        readLock.lock();
        try {
            return state.getLastProcessedBlock(chain);
        } finally {
            readLock.unlock();
        }
    }

    @Override
    public final Block getBlock(Chain chain, long blockNumber) {
        readLock.lock();
        try {
            return state.getBlock(chain, blockNumber);
        } finally {
            readLock.unlock();
        }
    }

    @Override
    public final Task getTask(String taskId) {
        readLock.lock();
        try {
            return state.getTask(taskId);
        } finally {
            readLock.unlock();
        }
    }

    @Override
    public final TaskRecord getTaskRecord(String taskId) {
        readLock.lock();
        try {
            return state.getTaskRecord(taskId);
        } finally {
            readLock.unlock();
        }
    }

    @Override
    public final List<Task> listPendingTasks() {
        readLock.lock();
        try {
            return state.listPendingTasks();
        } finally {
            readLock.unlock();
        }
    }

    @Override
    public final List<Task> listPendingTasksForAvs(Address avs) {
        readLock.lock();
        try {
            return state.listPendingTasksForAvs(avs);
        } finally {
            readLock.unlock();
        }
    }

    @Override
    public final OperatorSetConfig getOperatorSetConfig(OperatorSet operatorSet) {
        readLock.lock();
        try {
            return state.getOperatorSetConfig(operatorSet);
        } finally {
            readLock.unlock();
        }
    }

    @Override
    public final Performer getPerformer(String performerId) {
        readLock.lock();
        try {
            return state.getPerformer(performerId);
        } finally {
            readLock.unlock();
        }
    }

    @Override
    public final List<Performer> listPerformers() {
        readLock.lock();
        try {
            return state.listPerformers();
        } finally {
            readLock.unlock();
        }
    }
}
