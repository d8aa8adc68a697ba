package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.ResultCode;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.Write;
import io.strait.engine.arena.Cells;
import io.strait.engine.index.CellList;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.EncodedChain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The rules of the aggregator's tasks: what each command may do, and what it does. */
final class TaskRules {
    private static final TaskStatus[] STATUSES = TaskStatus.values();

    private final int maxTasks;
    private final TaskTable tasks;
    private int droppedCount;

    TaskRules(Limits limits, TaskTable tasks) {
        this.maxTasks = limits.maxTasks();
        this.tasks = tasks;
    }

    void save(long[] words, int at, long timeMs, Write<?> write, Outcome outcome) {
        int hash = tasks.keyHash(words, at);
        if (tasks.find(words, at, hash) != Cells.NONE) {
            outcome.refused(ResultCode.ALREADY_EXISTS);
        } else if (!lacksRoom(1, outcome) && !tasks.lacksSource(words, at, outcome)) {
            tasks.add(words, at, hash, timeMs, write == null ? null : ((SaveTask) write).task());
            outcome.changed();
        }
    }

    /** Whether any of the tasks that come one behind the other exists; the outcome says which. */
    boolean anyExists(long[] words, int at, int count, Outcome outcome) {
        int taskAt = at;
        for (int i = 0; i < count; i++) {
            if (tasks.find(words, taskAt, tasks.keyHash(words, taskAt)) != Cells.NONE) {
                outcome.refused(ResultCode.TASK_EXISTS, i);
                return true;
            }
            taskAt = CommandWords.behindTask(words, taskAt);
        }
        return false;
    }

    /** Whether there is no room for so many more pending tasks; the outcome says so then. */
    boolean lacksRoom(int addedCount, Outcome outcome) {
        if (addedCount <= maxTasks - tasks.activeCount()) {
            return false;
        }
        outcome.refused(Limit.MAX_TASKS, maxTasks);
        return true;
    }

    /** The same of tasks of one source, which come one behind the other. */
    boolean lacksRoom(int addedCount, long[] words, int at, Outcome outcome) {
        return lacksRoom(addedCount, outcome)
                || addedCount > 0 && tasks.lacksSource(words, at, outcome);
    }

    /** Adds the tasks that come one behind the other; as objects they may be null. */
    void addAll(long[] words, int at, int count, long timeMs, List<Task> objects) {
        int taskAt = at;
        for (int i = 0; i < count; i++) {
            Task object = objects == null ? null : objects.get(i);
            tasks.add(words, taskAt, tasks.keyHash(words, taskAt), timeMs, object);
            taskAt = CommandWords.behindTask(words, taskAt);
        }
    }

    void updateStatus(int statusOrdinal, long[] words, int at, long timeMs, Outcome outcome) {
        TaskStatus status = STATUSES[statusOrdinal];
        int cell = tasks.findId(words, at, tasks.commandHash(words, at));
        if (cell == Cells.NONE) {
            outcome.refused(ResultCode.NOT_FOUND);
            return;
        }
        TaskStatus from = tasks.status(cell);
        if (!from.canBecome(status)) {
            outcome.refused(ResultCode.INVALID_TRANSITION, from.ordinal());
            return;
        }
        int moved = tasks.move(cell, status, TaskRecord.NO_LEASE, timeMs);
        Object result = outcome.wantsResult() ? tasks.remember(moved) : null;
        tasks.trim();
        outcome.changed(result);
    }

    void delete(long[] words, int at, Outcome outcome) {
        int hash = tasks.commandHash(words, at);
        int cell = tasks.findId(words, at, hash);
        if (cell == Cells.NONE) {
            outcome.refused(ResultCode.NOT_FOUND);
        } else {
            tasks.remove(cell, hash);
            outcome.changed();
        }
    }

    void claimNext(int argument, long[] words, int at, long timeMs, Outcome outcome) {
        long leaseUntilMs = words[at + CommandWords.MOMENT_MS];
        if ((argument & CommandWords.LEASE_FROM_CLAIM) != 0) {
            long endMs = timeMs + leaseUntilMs;
            leaseUntilMs = endMs < timeMs ? TaskRecord.NO_LEASE : endMs;
        }
        if (leaseUntilMs < timeMs) {
            outcome.refused(ResultCode.LEASE_EXPIRED, timeMs);
            return;
        }
        int cell =
                tasks.firstPending(
                        words,
                        at + CommandWords.ADDRESS,
                        CommandWords.addressCode(argument),
                        (argument & CommandWords.TAKES_EXPIRED) != 0 ? Long.MIN_VALUE : timeMs);
        if (cell == Cells.NONE) {
            outcome.unchanged(Optional.empty());
            return;
        }
        int moved = tasks.move(cell, TaskStatus.PROCESSING, leaseUntilMs, timeMs);
        outcome.changed(outcome.wantsResult() ? Optional.of(tasks.remember(moved)) : null);
    }

    void requeueExpired(int most, long[] words, int at, long timeMs, Outcome outcome) {
        CellList expired = tasks.leasedUntilBefore(words[at + CommandWords.MOMENT_MS], most);
        if (expired.count() == 0) {
            outcome.unchanged(List.of());
            return;
        }
        if (tasks.lacksMemoryToMove(expired, outcome)) {
            return;
        }
        List<TaskRecord> requeued = new ArrayList<>();
        for (int i = 0; i < expired.count(); i++) {
            int moved = tasks.move(expired.get(i), TaskStatus.PENDING, TaskRecord.NO_LEASE, timeMs);
            if (outcome.wantsResult()) {
                requeued.add(tasks.remember(moved));
            }
        }
        outcome.changed(Collections.unmodifiableList(requeued));
    }

    /** Drops the tasks that came from a chain's blocks above a number, and tells how they stood. */
    List<TaskRecord> dropFromBlocksAbove(EncodedChain chain, long number, boolean wantsResult) {
        CellList orphans = tasks.fromBlocksAbove(chain, number);
        List<TaskRecord> dropped = new ArrayList<>();
        for (int i = 0; i < orphans.count(); i++) {
            if (wantsResult) {
                dropped.add(tasks.taskRecord(orphans.get(i)));
            }
            tasks.remove(orphans.get(i), tasks.keyHash(orphans.get(i)));
        }
        droppedCount = orphans.count();
        return dropped;
    }

    /** How many tasks were dropped last. */
    int droppedCount() {
        return droppedCount;
    }
}
