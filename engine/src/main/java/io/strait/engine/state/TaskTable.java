package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.internal.Hash64;
import io.strait.engine.image.Keys;
import io.strait.engine.image.LongTrie;
import io.strait.engine.image.Row;
import io.strait.engine.image.TableImage;
import io.strait.engine.image.TaskImage;
import io.strait.engine.image.TaskRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The aggregator's tasks with everything that they are found by: id, status, AVS, source block.
 * Keeps these in step, and keeps no more finished tasks than it may; which changes are allowed is
 * decided by {@link TaskRules}.
 */
final class TaskTable {
    private final Keys keys;
    private final Generation generation;
    private final int maxFinishedTasks;
    private final IdTable<TaskRecord, TaskEntry> byId;
    private final Map<TaskStatus, LongTrie<Row<TaskRecord>>> byStatus =
            new EnumMap<>(TaskStatus.class);
    private final AvsGroups<TaskRecord> pendingByAvs;
    private final TasksBySource bySource;
    private final AgeQueue<TaskRecord> finished = new AgeQueue<>();
    private TaskImage image;
    private long nextOrder;

    TaskTable(Limits limits, Keys keys, Generation generation) {
        this.keys = keys;
        this.generation = generation;
        this.maxFinishedTasks = limits.maxFinishedTasks();
        this.byId = new IdTable<>(generation, EntryIndex.ofEntriesThatGo());
        this.pendingByAvs = new AvsGroups<>(keys, generation);
        this.bySource = new TasksBySource(keys);
        for (TaskStatus status : TaskStatus.values()) {
            byStatus.put(status, new LongTrie<>(Row::order));
        }
        this.image = newImage();
    }

    TaskEntry find(String id) {
        return byId.find(keyOf(id), id);
    }

    /** How many tasks are pending or processing. */
    int activeCount() {
        return byId.size() - finished.size();
    }

    /**
     * The task of an AVS that has been pending, of all that are, since the earliest save; or null.
     */
    TaskEntry firstPending(Address avs) {
        Row<TaskRecord> row = pendingByAvs.first(avs);
        return row == null ? null : find(row.value().id());
    }

    /** The tasks in a status, the one saved first first, as they stand now. */
    List<TaskRecord> in(TaskStatus status) {
        return TableImage.values(byStatus.get(status).root());
    }

    /** The tasks that came from the chain's blocks above a number, in no particular order. */
    List<TaskEntry> fromBlocksAbove(Chain chain, long blockNumber) {
        return bySource.above(chain, blockNumber);
    }

    void addPending(Task task, long timeMs) {
        TaskRecord taskRecord =
                new TaskRecord(task, TaskStatus.PENDING, timeMs, timeMs, TaskRecord.NO_LEASE);
        TaskEntry entry = new TaskEntry(new TaskRow(keyOf(task.id()), nextOrder++, taskRecord));
        byId.add(entry);
        bySource.add(entry);
        enlist(entry);
    }

    /**
     * Changes a task's status; drops the task that finished longest ago when there are too many.
     */
    void move(TaskEntry entry, TaskRecord next) {
        delist(entry);
        byId.update(entry, entry.taskRow().with(next));
        enlist(entry);
        if (finished.size() > maxFinishedTasks) {
            remove((TaskEntry) finished.oldest());
        }
    }

    void remove(TaskEntry entry) {
        delist(entry);
        bySource.remove(entry);
        byId.remove(entry);
    }

    TaskImage image() {
        // Every change of a task changes its row, and with it the root of the rows by key.
        if (image.byKey() != byId.rowsByKey()) {
            image = newImage();
        }
        return image;
    }

    private void enlist(TaskEntry entry) {
        TaskRecord taskRecord = entry.value();
        byStatus.get(taskRecord.status()).insert(entry.row(), generation.current());
        if (taskRecord.status() == TaskStatus.PENDING) {
            pendingByAvs.add(taskRecord.task().avs(), entry.row());
        } else if (taskRecord.status().isFinal()) {
            finished.add(entry);
        }
    }

    private void delist(TaskEntry entry) {
        TaskRecord taskRecord = entry.value();
        byStatus.get(taskRecord.status()).remove(entry.row(), generation.current());
        if (taskRecord.status() == TaskStatus.PENDING) {
            pendingByAvs.remove(taskRecord.task().avs(), entry.row());
        } else {
            AgeQueue.removeFromAny(entry);
        }
    }

    private TaskImage newImage() {
        return new TaskImage(
                byId.rowsByKey(),
                byStatus.get(TaskStatus.PENDING).root(),
                byStatus.get(TaskStatus.PROCESSING).root(),
                byStatus.get(TaskStatus.COMPLETED).root(),
                byStatus.get(TaskStatus.FAILED).root(),
                pendingByAvs.image());
    }

    private long keyOf(String id) {
        return keys.of(Hash64.of(id));
    }
}
