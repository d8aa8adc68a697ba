package io.strait.engine.state;

import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.ResultCode;
import io.strait.engine.command.Opcode;
import io.strait.engine.command.Outcome;
import io.strait.engine.flat.FlatTasks;
import io.strait.engine.flat.TaskMemory;

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

    /** Applies a write if it is one of these; returns whether it is. */
    boolean apply(int opcode, int argument, long[] words, int at, long timeMs, Outcome outcome) {
        switch (opcode) {
            case Opcode.SAVE_TASK -> save(words, at, timeMs, outcome);
            case Opcode.UPDATE_TASK_STATUS ->
                    updateStatus(words, at, STATUSES[argument], timeMs, outcome);
            case Opcode.DELETE_TASK -> delete(words, at, outcome);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void save(long[] words, int at, long timeMs, Outcome outcome) {
        int idAt = at + TaskMemory.idOffset();
        int idBytes = TaskMemory.idBytes(words, at);
        if (tasks.find(words[at], words, idAt, idBytes) != FlatTasks.NONE) {
            outcome.refused(ResultCode.ALREADY_EXISTS);
        } else if (rules.lacksRoom(1)) {
            outcome.refused(ResultCode.CAPACITY_EXCEEDED);
        } else {
            table.addPending(words, at, timeMs);
            outcome.changed();
        }
    }

    private void updateStatus(
            long[] words, int at, TaskStatus status, long timeMs, Outcome outcome) {
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

    private void delete(long[] words, int at, Outcome outcome) {
        int cell = find(words, at);
        if (cell == FlatTasks.NONE) {
            outcome.refused(ResultCode.NOT_FOUND);
        } else {
            table.remove(cell);
            outcome.changed();
        }
    }

    private int find(long[] words, int at) {
        return tasks.find(words[at], words, at + ID_AT, (int) words[at + 1]);
    }
}
