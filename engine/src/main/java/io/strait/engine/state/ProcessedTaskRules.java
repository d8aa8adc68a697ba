package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.domain.TaskBegin;
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

    private final int maxProcessedTasks;
    private final ProcessedTaskTable tasks;

    ProcessedTaskRules(Limits limits, ProcessedTaskTable tasks) {
        this.maxProcessedTasks = limits.maxProcessedTasks();
        this.tasks = tasks;
    }

    void begin(BeginTask write, long timeMs, Outcome outcome) {
        Entry<ProcessedTask> entry = tasks.find(write.taskId(), timeMs);
        if (entry != null) {
            unchangedButForgetting(standing(entry.value()), timeMs, outcome);
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
        Entry<ProcessedTask> entry = findRunning(write.taskId(), timeMs, outcome);
        if (entry != null) {
            tasks.forgetOld(timeMs);
            tasks.makeDone(entry, write.result(), timeMs);
            outcome.changed();
        }
    }

    void abandon(AbandonTask write, long timeMs, Outcome outcome) {
        Entry<ProcessedTask> entry = findRunning(write.taskId(), timeMs, outcome);
        if (entry != null) {
            tasks.forgetOld(timeMs);
            tasks.forget(entry);
            outcome.changed();
        }
    }

    void markProcessed(MarkTaskProcessed write, long timeMs, Outcome outcome) {
        Entry<ProcessedTask> entry = tasks.find(write.taskId(), timeMs);
        if (entry == null) {
            if (refusedForLackOfRoom(timeMs, outcome)) {
                return;
            }
            makeRoom(timeMs);
            tasks.addDone(write.taskId(), Bytes.EMPTY, timeMs);
            outcome.changed();
        } else if (entry.value().done()) {
            unchangedButForgetting(null, timeMs, outcome);
        } else {
            tasks.forgetOld(timeMs);
            tasks.makeDone(entry, Bytes.EMPTY, timeMs);
            outcome.changed();
        }
    }

    private static TaskBegin standing(ProcessedTask task) {
        return task.done()
                ? new TaskBegin(TaskBegin.Standing.ALREADY_DONE, task.result())
                : TaskBegin.ALREADY_RUNNING;
    }

    private Entry<ProcessedTask> findRunning(String id, long timeMs, Outcome outcome) {
        Entry<ProcessedTask> entry = tasks.find(id, timeMs);
        if (entry == null) {
            outcome.refused(Refusal.notFound(TASK_ID, id));
        } else if (entry.value().done()) {
            outcome.refused(Refusal.alreadyExists(TASK_ID, id));
            return null;
        }
        return entry;
    }

    private boolean refusedForLackOfRoom(long timeMs, Outcome outcome) {
        if (tasks.runningCount(timeMs) < maxProcessedTasks) {
            return false;
        }
        outcome.refused(Refusal.capacityExceeded("maxProcessedTasks", maxProcessedTasks));
        return true;
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
