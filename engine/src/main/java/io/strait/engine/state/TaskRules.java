package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.RequeueExpiredLeases;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.engine.command.Outcome;
import io.strait.engine.command.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules of the aggregator's tasks: what each write may do, and what it does. */
final class TaskRules {
    private static final String TASK_ID = "taskId";

    private final int maxTasks;
    private final TaskTable tasks;

    TaskRules(Limits limits, TaskTable tasks) {
        this.maxTasks = limits.maxTasks();
        this.tasks = tasks;
    }

    void save(SaveTask write, long timeMs, Outcome outcome) {
        Task task = write.task();
        if (tasks.find(task.id()) != TaskTable.NONE) {
            outcome.refused(Refusal.alreadyExists(TASK_ID, task.id()));
            return;
        }
        Refusal refusal = refusalForLackOfRoom(1);
        if (refusal != null) {
            outcome.refused(refusal);
            return;
        }
        tasks.addPending(task, timeMs);
        outcome.changed();
    }

    /** Names the first of these tasks that exists; null when none does. */
    Refusal refusalIfAnyExists(List<Task> added) {
        for (int i = 0; i < added.size(); i++) {
            String id = added.get(i).id();
            if (tasks.find(id) != TaskTable.NONE) {
                return Refusal.alreadyExists(TASK_ID, id);
            }
        }
        return null;
    }

    /** Null when there is room for so many more pending tasks. */
    Refusal refusalForLackOfRoom(int addedCount) {
        return lacksRoom(addedCount) ? Refusal.capacityExceeded("maxTasks", maxTasks) : null;
    }

    boolean lacksRoom(int addedCount) {
        return addedCount > maxTasks - tasks.activeCount();
    }

    void add(List<Task> added, long timeMs) {
        for (int i = 0; i < added.size(); i++) {
            tasks.addPending(added.get(i), timeMs);
        }
    }

    void updateStatus(UpdateTaskStatus write, long timeMs, Outcome outcome) {
        int cell = tasks.find(write.taskId());
        if (cell == TaskTable.NONE) {
            outcome.refused(Refusal.notFound(TASK_ID, write.taskId()));
            return;
        }
        TaskStatus from = tasks.tasks().status(cell);
        if (!from.canBecome(write.status())) {
            outcome.refused(
                    Refusal.invalidTransition(TASK_ID, write.taskId(), from, write.status()));
            return;
        }
        outcome.changed(move(cell, write.status(), TaskRecord.NO_LEASE, timeMs));
    }

    void delete(DeleteTask write, Outcome outcome) {
        int cell = tasks.find(write.taskId());
        if (cell == TaskTable.NONE) {
            outcome.refused(Refusal.notFound(TASK_ID, write.taskId()));
            return;
        }
        tasks.remove(cell);
        outcome.changed();
    }

    void claimNext(ClaimNextTask write, long timeMs, Outcome outcome) {
        int cell = tasks.firstPending(write.avs());
        if (cell == TaskTable.NONE) {
            outcome.unchanged(Optional.empty());
            return;
        }
        outcome.changed(
                Optional.of(move(cell, TaskStatus.PROCESSING, write.leaseUntilMs(), timeMs)));
    }

    void requeueExpired(RequeueExpiredLeases write, long timeMs, Outcome outcome) {
        List<Integer> expired = tasks.leasedUntilBefore(TaskStatus.PROCESSING, write.nowMs());
        if (expired.isEmpty()) {
            outcome.unchanged(List.of());
            return;
        }
        List<TaskRecord> requeued = new ArrayList<>(expired.size());
        for (int cell : expired) {
            requeued.add(move(cell, TaskStatus.PENDING, TaskRecord.NO_LEASE, timeMs));
        }
        outcome.changed(List.copyOf(requeued));
    }

    /**
     * Drops the tasks that came from the chain's blocks above a number, and tells how they stood.
     */
    List<TaskRecord> dropFromBlocksAbove(Chain chain, long blockNumber) {
        List<Integer> orphans = tasks.fromBlocksAbove(chain, blockNumber);
        orphans.sort(Comparator.comparingLong(tasks.tasks()::order));
        List<TaskRecord> dropped = new ArrayList<>(orphans.size());
        for (int orphan : orphans) {
            dropped.add(tasks.tasks().taskRecord(orphan));
            tasks.remove(orphan);
        }
        return dropped;
    }

    private TaskRecord move(int cell, TaskStatus status, long leaseUntilMs, long timeMs) {
        int moved = tasks.move(cell, status, leaseUntilMs, timeMs);
        TaskRecord next = tasks.tasks().remember(moved);
        tasks.trim();
        return next;
    }
}
