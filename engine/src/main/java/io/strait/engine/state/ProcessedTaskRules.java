package io.strait.engine.state;

import static io.strait.api.ExecutorStore.MAX_FORGOTTEN_PER_WRITE;

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
 * is bounded. What is too old counts as forgotten already, but goes only with commands that are
 * accepted, so that a refused one leaves everything as it was, and a bounded number with each, so
 * that nobody waits for long.
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
        int cell = tasks.findId(words, at);
        if (cell != Cells.NONE && !isPastRetention(cell)) {
            boolean isDone = isDone(cell);
            Object standing = outcome.wantsResult() ? standing(cell, isDone) : null;
            unchangedButForgetting(standing, outcome);
            outcome.producerCode(isDone ? Producer.ALREADY_DONE : Producer.ALREADY_RUNNING);
        } else if (!lacksRoom(outcome)) {
            makeRoomInPlaceOf(cell);
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
        int cell = tasks.findId(words, at);
        boolean isNew = cell == Cells.NONE || isPastRetention(cell);
        if (!isNew && isDone(cell)) {
            unchangedButForgetting(null, outcome);
            return;
        }
        if (isNew && lacksRoom(outcome)) {
            return;
        }
        ProcessedTaskWords.addDone(words, at, timeMs, time.nowMs(), made);
        if (isNew) {
            makeRoomInPlaceOf(cell);
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

    private int findRunning(long[] words, int at, Outcome outcome) {
        int cell = tasks.findId(words, at);
        if (cell == Cells.NONE || isPastRetention(cell)) {
            outcome.refused(ResultCode.NOT_FOUND);
            return Cells.NONE;
        }
        if (isDone(cell)) {
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
        if (running.size() < maxProcessedTasks || isPastRetention(running.oldest())) {
            return false;
        }
        outcome.refused(Limit.MAX_PROCESSED_TASKS, maxProcessedTasks);
        return true;
    }

    /** Makes room for one more task, which may take the place of one that is too old. */
    private void makeRoomInPlaceOf(int old) {
        if (old != Cells.NONE) {
            forget(isDone(old) ? done : running, old);
        }
        forgetOld();
        if (tasks.size() == maxProcessedTasks) {
            forget(done, done.oldest());
        }
    }

    private void unchangedButForgetting(Object result, Outcome outcome) {
        if (forgetOld()) {
            outcome.changed(result);
        } else {
            outcome.unchanged(result);
        }
    }

    /** Forgets of what is too old as much as a command may, and tells whether anything was. */
    private boolean forgetOld() {
        return forgetOld(running) | forgetOld(done);
    }

    private boolean forgetOld(CellQueue queue) {
        int count = 0;
        while (count < MAX_FORGOTTEN_PER_WRITE && isPastRetention(queue.oldest())) {
            forget(queue, queue.oldest());
            count++;
        }
        return count > 0;
    }

    private void forget(CellQueue queue, int cell) {
        queue.remove(cell);
        tasks.remove(cell);
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
