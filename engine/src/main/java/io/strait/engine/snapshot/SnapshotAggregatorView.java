package io.strait.engine.snapshot;

import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.internal.Require;
import io.strait.engine.image.ChainImage;
import io.strait.engine.image.StateImage;
import java.util.List;
import java.util.Optional;

/** The aggregator's reads over a captured root. */
final class SnapshotAggregatorView extends ImageAggregatorView {
    private final Root root;
    private final CapturedRecords records;
    private final CapturedBlocks blocks;

    SnapshotAggregatorView(Root root) {
        this.root = root;
        this.records = new CapturedRecords(root);
        this.blocks = new CapturedBlocks(root);
    }

    @Override
    public long getLastProcessedBlock(Chain chain) {
        ChainImage chainImage = chain(root.image(), Require.notNull("chain", chain));
        return chainImage == null ? NO_BLOCK : Publication.capturedHead(root, chainImage.head());
    }

    @Override
    public Optional<Task> getTask(String taskId) {
        return CapturedTasks.task(root, Require.id("taskId", taskId));
    }

    @Override
    public Optional<TaskRecord> getTaskRecord(String taskId) {
        return CapturedTasks.taskRecord(root, Require.id("taskId", taskId));
    }

    @Override
    public List<Task> listPendingTasks() {
        return CapturedTasks.pending(root);
    }

    @Override
    public List<Task> listPendingTasksForAvs(Address avs) {
        return CapturedTasks.pendingOf(root, Require.notNull("avs", avs));
    }

    @Override
    public List<TaskRecord> listTasks(TaskStatus status) {
        return CapturedTasks.inStatus(root, Require.notNull("status", status));
    }

    @Override
    public List<TaskRecord> listExpiredTasks(long nowMs) {
        return CapturedTasks.expired(root, Require.notNegative("nowMs", nowMs));
    }

    @Override
    public int countTasks(TaskStatus status) {
        return CapturedTasks.count(root, Require.notNull("status", status));
    }

    @Override
    StoredBlocks blocks() {
        return blocks;
    }

    @Override
    Records records() {
        return records;
    }

    @Override
    StateImage image() {
        return root.image();
    }
}
