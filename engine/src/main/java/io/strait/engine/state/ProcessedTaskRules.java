package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.domain.TaskBegin;
import io.strait.api.error.ResultCode;
import io.strait.api.write.ExecutorWrite.AbandonTask;
import io.strait.api.write.ExecutorWrite.BeginTask;
import io.strait.api.write.ExecutorWrite.FinishTask;
import io.strait.api.write.ExecutorWrite.MarkTaskProcessed;
import io.strait.engine.command.Outcome;
import io.strait.engine.command.Refusal;

/**
 * The rules of tasks begun and done: one caller wins, later ones get the stored result, and memory
 * is bounded.
 */
final class ProcessedTaskRules {
    private static final String TASK_ID = "taskId";

    /** To those who are told a code alone. */
    private static final TaskBegin ALREADY_DONE =
            new TaskBegin(TaskBegin.Standing.ALREADY_DONE, Bytes.EMPTY);

    private final int maxProcessedTasks;
    private final ProcessedTaskTable tasks;

    ProcessedTaskRules(Limits limits, ProcessedTaskTable tasks) {
        this.maxProcessedTasks = limits.maxProcessedTasks();
        this.tasks = tasks;
    }

    void begin(BeginTask write, long timeMs, Outcome outcome) {
        int cell = tasks.find(write.taskId(), timeMs);
        if (cell != ProcessedTaskTable.NONE) {
            unchangedButForgetting(standing(tasks.task(cell)), timeMs, outcome);
            return;
        }
        if (refusedForLackOfRoom(timeMs, outcome)) {
            return;
        }
        makeRoom(timeMs);
        tasks.addRunning(write.taskId(), timeMs);
        outcome.changed(TaskBegin.FIRST);
    }

    void finish(FinishTask write, long timeMs, Outcome outcome) {
        int cell = findRunning(write.taskId(), timeMs, outcome);
        if (cell != ProcessedTaskTable.NONE) {
            tasks.forgetOld(timeMs);
            tasks.makeDone(cell, write.taskId(), write.result(), timeMs);
            outcome.changed();
        }
    }

    /** The same as {@link #begin(BeginTask, long, Outcome)} of words; the result is not told. */
    void begin(long[] words, int at, long timeMs, Outcome outcome) {
        int idAt = at + 1; // behind the hash
        int cell = tasks.find(words, idAt, timeMs);
        if (cell != ProcessedTaskTable.NONE) {
            TaskBegin standing = tasks.isDone(cell) ? ALREADY_DONE : TaskBegin.ALREADY_RUNNING;
            unchangedButForgetting(standing, timeMs, outcome);
        } else if (lacksRoom(timeMs)) {
            outcome.refused(ResultCode.CAPACITY_EXCEEDED);
        } else {
            makeRoom(timeMs);
            tasks.addRunning(words, idAt, timeMs);
            outcome.changed(TaskBegin.FIRST);
        }
    }

    /** The same as {@link #finish(FinishTask, long, Outcome)} of words. */
    void finish(long[] words, int at, long timeMs, Outcome outcome) {
        int idAt = at + 1; // behind the hash
        int cell = tasks.find(words, idAt, timeMs);
        if (cell == ProcessedTaskTable.NONE) {
            outcome.refused(ResultCode.NOT_FOUND);
        } else if (tasks.isDone(cell)) {
            outcome.refused(ResultCode.ALREADY_EXISTS);
        } else {
            tasks.forgetOld(timeMs);
            tasks.makeDone(cell, words, idAt, timeMs);
            outcome.changed();
        }
    }

    void abandon(AbandonTask write, long timeMs, Outcome outcome) {
        int cell = findRunning(write.taskId(), timeMs, outcome);
        if (cell != ProcessedTaskTable.NONE) {
            tasks.forgetOld(timeMs);
            tasks.forget(cell);
            outcome.changed();
        }
    }

    void markProcessed(MarkTaskProcessed write, long timeMs, Outcome outcome) {
        int cell = tasks.find(write.taskId(), timeMs);
        if (cell == ProcessedTaskTable.NONE) {
            if (refusedForLackOfRoom(timeMs, outcome)) {
                return;
            }
            makeRoom(timeMs);
            tasks.addDone(write.taskId(), Bytes.EMPTY, timeMs);
            outcome.changed();
        } else if (tasks.isDone(cell)) {
            unchangedButForgetting(null, timeMs, outcome);
        } else {
            tasks.forgetOld(timeMs);
            tasks.makeDone(cell, write.taskId(), Bytes.EMPTY, timeMs);
            outcome.changed();
        }
    }

    private static TaskBegin standing(ProcessedTask task) {
        return task.done()
                ? new TaskBegin(TaskBegin.Standing.ALREADY_DONE, task.result())
                : TaskBegin.ALREADY_RUNNING;
    }

    private int findRunning(String id, long timeMs, Outcome outcome) {
        int cell = tasks.find(id, timeMs);
        if (cell == ProcessedTaskTable.NONE) {
            outcome.refused(Refusal.notFound(TASK_ID, id));
        } else if (tasks.isDone(cell)) {
            outcome.refused(Refusal.alreadyExists(TASK_ID, id));
            return ProcessedTaskTable.NONE;
        }
        return cell;
    }

    private boolean refusedForLackOfRoom(long timeMs, Outcome outcome) {
        if (!lacksRoom(timeMs)) {
            return false;
        }
        outcome.refused(Refusal.capacityExceeded("maxProcessedTasks", maxProcessedTasks));
        return true;
    }

    private boolean lacksRoom(long timeMs) {
        return tasks.runningCount(timeMs) >= maxProcessedTasks;
    }

    private void makeRoom(long timeMs) {
        tasks.forgetOld(timeMs);
        if (tasks.size() == maxProcessedTasks) {
            tasks.forgetOldestDone();
        }
    }

    private void unchangedButForgetting(Object result, long timeMs, Outcome outcome) {
        if (tasks.forgetOld(timeMs)) {
            outcome.changed(result);
        } else {
            outcome.unchanged(result);
        }
    }
}
