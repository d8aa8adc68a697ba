package io.strait.engine.snapshot;

import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.internal.Require;
import io.strait.engine.image.ChainHead;
import io.strait.engine.image.ChainImage;
import io.strait.engine.image.StateImage;
import io.strait.engine.lifecycle.Lifecycle;
import java.util.List;
import java.util.Optional;

/** The aggregator's reads over the newest published state. */
public class LiveAggregatorView extends ImageAggregatorView {
    private final Publication publication;
    private final Lifecycle lifecycle;
    private final LiveTasks tasks;
    private final LiveRecords records;
    private final LiveBlocks blocks;

    /**
     * A view.
     *
     * @param publication where to read
     * @param lifecycle the engine's
     */
    public LiveAggregatorView(Publication publication, Lifecycle lifecycle) {
        this.publication = publication;
        this.lifecycle = lifecycle;
        this.tasks = new LiveTasks(publication, lifecycle);
        this.records = new LiveRecords(publication, lifecycle);
        this.blocks = new LiveBlocks(publication, lifecycle);
    }

    @Override
    public final long getLastProcessedBlock(Chain chain) {
        Require.notNull("chain", chain);
        while (true) {
            Root root = LiveRoot.of(publication, lifecycle);
            ChainImage chainImage = chain(root.image(), chain);
            if (chainImage == null) {
                return NO_BLOCK;
            }
            long value = chainImage.head().readAt(root.positionAcquire());
            if (value != ChainHead.LAPPED) {
                return value;
            }
            // The writer published since this root was loaded: there is a newer position to read
            // at.
            Thread.onSpinWait();
        }
    }

    @Override
    public final Optional<Task> getTask(String taskId) {
        Optional<Task> found = tasks.task(Require.notNull("taskId", taskId));
        if (found.isEmpty()) {
            requireId(taskId);
        }
        return found;
    }

    @Override
    public final Optional<TaskRecord> getTaskRecord(String taskId) {
        Optional<TaskRecord> found = tasks.taskRecord(Require.notNull("taskId", taskId));
        if (found.isEmpty()) {
            requireId(taskId);
        }
        return found;
    }

    @Override
    public final List<Task> listPendingTasks() {
        return tasks.pending();
    }

    @Override
    public final List<Task> listPendingTasksForAvs(Address avs) {
        return tasks.pendingOf(Require.notNull("avs", avs));
    }

    @Override
    public final List<TaskRecord> listTasks(TaskStatus status) {
        return tasks.inStatus(Require.notNull("status", status));
    }

    @Override
    public final List<TaskRecord> listExpiredTasks(long nowMs) {
        return tasks.expired(Require.notNegative("nowMs", nowMs));
    }

    @Override
    public final int countTasks(TaskStatus status) {
        return tasks.count(Require.notNull("status", status));
    }

    /** An id that is found needs no check: it is a saved task's. */
    private static void requireId(String taskId) {
        Require.id("taskId", taskId);
    }

    /** Throws when the engine is closed. */
    protected final void refuseWhenClosed() {
        LiveRoot.of(publication, lifecycle);
    }

    @Override
    final StoredBlocks blocks() {
        return blocks;
    }

    @Override
    final Records records() {
        return records;
    }

    @Override
    final StateImage image() {
        return LiveRoot.of(publication, lifecycle).image();
    }
}
