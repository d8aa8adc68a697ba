package io.strait.engine.state;

import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.ResultCode;
import io.strait.engine.command.Outcome;
import io.strait.engine.flat.FlatMemory;
import io.strait.engine.flat.FlatTasks;

/**
 * The rules of {@link TaskRules} for writes that come as words. Allocates nothing in steady state;
 * a refusal is a code alone.
 */
final class PackedTaskRules {
    private static final TaskStatus[] STATUSES = TaskStatus.values();
    private static final int ID_AT = 2;

    private final TaskRules rules;
    private final TaskTable table;
    private final FlatTasks tasks;

    PackedTaskRules(TaskRules rules, TaskTable table) {
        this.rules = rules;
        this.table = table;
        this.tasks = table.tasks();
    }

    void save(long[] words, int at, long timeMs, Outcome outcome) {
        if (exists(words, at)) {
            outcome.refused(ResultCode.ALREADY_EXISTS);
        } else if (rules.lacksRoom(1)) {
            outcome.refused(ResultCode.CAPACITY_EXCEEDED);
        } else {
            table.addPending(words, at, timeMs);
            outcome.changed();
        }
    }

    void updateStatus(long[] words, int at, int statusOrdinal, long timeMs, Outcome outcome) {
        TaskStatus status = STATUSES[statusOrdinal];
        int cell = find(words, at);
        if (cell == FlatTasks.NONE) {
            outcome.refused(ResultCode.NOT_FOUND);
        } else if (!tasks.status(cell).canBecome(status)) {
            outcome.refused(ResultCode.INVALID_TRANSITION);
        } else {
            table.move(cell, status, TaskRecord.NO_LEASE, timeMs);
            table.trim();
            outcome.changed();
        }
    }

    void delete(long[] words, int at, Outcome outcome) {
        int cell = find(words, at);
        if (cell == FlatTasks.NONE) {
            outcome.refused(ResultCode.NOT_FOUND);
        } else {
            table.remove(cell);
            outcome.changed();
        }
    }

    /** Whether any of the tasks that come one behind the other is there already. */
    boolean anyExists(long[] words, int at, int count) {
        int taskAt = at;
        for (int i = 0; i < count; i++) {
            if (exists(words, taskAt)) {
                return true;
            }
            taskAt += FlatMemory.wordCount(words, taskAt);
        }
        return false;
    }

    void addAll(long[] words, int at, int count, long timeMs) {
        int taskAt = at;
        for (int i = 0; i < count; i++) {
            table.addPending(words, taskAt, timeMs);
            taskAt += FlatMemory.wordCount(words, taskAt);
        }
    }

    private boolean exists(long[] words, int at) {
        int idAt = at + FlatMemory.idOffset();
        int idBytes = FlatMemory.idBytes(words, at);
        return tasks.find(words[at], words, idAt, idBytes) != FlatTasks.NONE;
    }

    private int find(long[] words, int at) {
        return tasks.find(words[at], words, at + ID_AT, (int) words[at + 1]);
    }
}
