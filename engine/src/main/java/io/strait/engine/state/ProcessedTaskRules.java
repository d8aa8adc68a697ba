package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.domain.TaskBegin;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.Producer;
import io.strait.engine.arena.Cells;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.ProcessedTaskWords;

/**
 * The rules of tasks begun and done: one caller wins, later ones get the stored result, and memory
 * is bounded. What is too old counts as forgotten already, but goes only with a command that is
 * accepted, so that a refused one leaves everything as it was.
 */
final class ProcessedTaskRules {
    private final int maxProcessedTasks;
    private final long retentionMs;
    private final SteadyTime time;
    private final RecordTable<ProcessedTask> tasks;
    private final CellQueue running;
    private final CellQueue done;
    private final WordBuffer made = new WordBuffer(64);

    ProcessedTaskRules(Limits limits, SteadyTime time, RecordTable<ProcessedTask> tasks) {
        maxProcessedTasks = limits.maxProcessedTasks();
        retentionMs = limits.processedTaskRetention().toMillis();
        this.time = time;
        this.tasks = tasks;
        running = tasks.newQueue();
        done = tasks.newQueue();
    }

    void begin(long[] words, int at, long timeMs, Outcome outcome) {
        int cell = find(words, at);
        if (cell != Cells.NONE) {
            boolean isDone = isDone(cell);
            Object standing = outcome.wantsResult() ? standing(cell, isDone) : null;
            unchangedButForgetting(standing, outcome);
            outcome.producerCode(isDone ? Producer.ALREADY_DONE : Producer.ALREADY_RUNNING);
        } else if (!lacksRoom(outcome)) {
            makeRoom();
            ProcessedTaskWords.addRunning(words, at, timeMs, time.nowMs(), made);
            running.add(addMade(outcome.wantsResult()));
            outcome.changed(TaskBegin.FIRST);
        }
    }

    void finish(long[] words, int at, long timeMs, Outcome outcome) {
        int cell = findRunning(words, at, outcome);
        if (cell != Cells.NONE) {
            int resultAt = CommandWords.behindId(words, at);
            ProcessedTaskWords.addDone(
                    words,
                    at,
                    resultAt + CommandWords.BYTES,
                    (int) words[resultAt + CommandWords.LENGTH],
                    timeMs,
                    time.nowMs(),
                    made);
            makeDone(cell, outcome.wantsResult());
            outcome.changed();
        }
    }

    void abandon(long[] words, int at, Outcome outcome) {
        int cell = findRunning(words, at, outcome);
        if (cell != Cells.NONE) {
            forgetOld();
            forget(running, cell);
            outcome.changed();
        }
    }

    void markProcessed(long[] words, int at, long timeMs, Outcome outcome) {
        int cell = find(words, at);
        if (cell != Cells.NONE && isDone(cell)) {
            unchangedButForgetting(null, outcome);
            return;
        }
        if (cell == Cells.NONE && lacksRoom(outcome)) {
            return;
        }
        ProcessedTaskWords.addDone(words, at, timeMs, time.nowMs(), made);
        if (cell == Cells.NONE) {
            makeRoom();
            done.add(addMade(outcome.wantsResult()));
        } else {
            makeDone(cell, outcome.wantsResult());
        }
        outcome.changed();
    }

    /** The tasks that run, or those that are done, the oldest first. */
    CellQueue queue(boolean ofDone) {
        return ofDone ? done : running;
    }

    private TaskBegin standing(int cell, boolean isDone) {
        if (!isDone) {
            return TaskBegin.ALREADY_RUNNING;
        }
        Bytes result = tasks.value(cell).result();
        return new TaskBegin(TaskBegin.Standing.ALREADY_DONE, result);
    }

    /** The task of an id, when it is not too old to be remembered; or none. */
    private int find(long[] words, int at) {
        int cell = tasks.findId(words, at);
        return isPastRetention(cell) ? Cells.NONE : cell;
    }

    private int findRunning(long[] words, int at, Outcome outcome) {
        int cell = find(words, at);
        if (cell == Cells.NONE) {
            outcome.refused(ResultCode.NOT_FOUND);
        } else if (isDone(cell)) {
            outcome.refused(ResultCode.ALREADY_EXISTS);
            return Cells.NONE;
        }
        return cell;
    }

    /** Puts a task that runs at the end of the order, as done, as the words that were made say. */
    private void makeDone(int cell, boolean asObject) {
        forgetOld();
        forget(running, cell);
        done.add(addMade(asObject));
    }

    /** Adds the task whose words were made; typed callers have it as an object for typed reads. */
    private int addMade(boolean asObject) {
        long[] words = made.words();
        ProcessedTask object = asObject ? ProcessedTaskWords.INSTANCE.decode(words, 0) : null;
        int cell = tasks.add(words, 0, object);
        made.wipe();
        return cell;
    }

    private boolean lacksRoom(Outcome outcome) {
        if (running.size() - oldCount(running) < maxProcessedTasks) {
            return false;
        }
        outcome.refused(Limit.MAX_PROCESSED_TASKS, maxProcessedTasks);
        return true;
    }

    private void makeRoom() {
        forgetOld();
        if (tasks.size() == maxProcessedTasks) {
            forgetOldest(done, 1);
        }
    }

    private void unchangedButForgetting(Object result, Outcome outcome) {
        if (forgetOld()) {
            outcome.changed(result);
        } else {
            outcome.unchanged(result);
        }
    }

    /** Forgets what is too old, and tells whether anything was. */
    private boolean forgetOld() {
        int oldRunning = oldCount(running);
        int oldDone = oldCount(done);
        forgetOldest(running, oldRunning);
        forgetOldest(done, oldDone);
        return oldRunning + oldDone > 0;
    }

    private void forgetOldest(CellQueue queue, int count) {
        for (int i = 0; i < count; i++) {
            forget(queue, queue.oldest());
        }
    }

    private void forget(CellQueue queue, int cell) {
        queue.remove(cell);
        tasks.remove(cell);
    }

    private int oldCount(CellQueue queue) {
        int count = 0;
        for (int old = queue.oldest(); isPastRetention(old); old = queue.newer(old)) {
            count++;
        }
        return count;
    }

    private boolean isPastRetention(int cell) {
        return cell != Cells.NONE
                && time.nowMs() - retentionMs
                        > ProcessedTaskWords.agesFromMs(tasks.words(cell), tasks.recordAt(cell));
    }

    private boolean isDone(int cell) {
        return ProcessedTaskWords.isDone(tasks.words(cell), tasks.recordAt(cell));
    }
}
