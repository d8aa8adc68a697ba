package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.internal.Hash64;
import io.strait.engine.flat.FlatMemory;
import io.strait.engine.flat.FlatRecords;
import io.strait.engine.flat.ProcessedTaskKind;
import io.strait.engine.word.WordBuffer;
import io.strait.engine.word.Words;

/**
 * The memory of tasks begun and done, in the order in which they last changed; which changes are
 * allowed is decided by {@link ProcessedTaskRules}. What is too old counts as forgotten already,
 * but goes only with {@link #forgetOld}, so that a refused write leaves everything as it was. A
 * task is known by its cell, until it changes.
 */
final class ProcessedTaskTable {
    static final int NONE = FlatRecords.NONE;

    private final long retentionMs;
    private final FlatRecords<ProcessedTask> tasks;
    private final CellQueue running;
    private final CellQueue done;
    private final WordBuffer made = new WordBuffer(64);
    private final WordBuffer sought = new WordBuffer(32);

    ProcessedTaskTable(Limits limits, FlatMemory memory) {
        this.retentionMs = limits.processedTaskRetention().toMillis();
        this.tasks = memory.newProcessedTasks();
        this.running = new CellQueue(tasks.links());
        this.done = new CellQueue(tasks.links());
    }

    /** The task of an id, when it is not too old to be remembered; or none. */
    int find(String id, long timeMs) {
        return unlessOld(tasks.find(Hash64.of(id), id), timeMs);
    }

    /** The same of an id as words: its length, and the id. */
    int find(long[] words, int at, long timeMs) {
        sought.clear();
        ProcessedTaskKind.addWords(words, at, false, 0, sought);
        return unlessOld(tasks.find(sought.words(), 0), timeMs);
    }

    boolean isDone(int cell) {
        return ProcessedTaskKind.isDone(tasks, cell);
    }

    ProcessedTask task(int cell) {
        return tasks.value(cell);
    }

    int runningCount(long timeMs) {
        return running.size() - oldCount(running, timeMs);
    }

    int size() {
        return tasks.size();
    }

    /** Forgets what is too old, and tells whether anything was. */
    boolean forgetOld(long timeMs) {
        int oldRunning = oldCount(running, timeMs);
        int oldDone = oldCount(done, timeMs);
        forgetOldest(running, oldRunning);
        forgetOldest(done, oldDone);
        return oldRunning + oldDone > 0;
    }

    void forgetOldestDone() {
        forgetOldest(done, 1);
    }

    void forget(int cell) {
        forget(isDone(cell) ? done : running, cell);
    }

    void addRunning(String id, long timeMs) {
        running.add(tasks.add(new ProcessedTask(id, false, Bytes.EMPTY, timeMs)));
    }

    /** The same of an id as words: its length, and the id. */
    void addRunning(long[] words, int at, long timeMs) {
        made.clear();
        ProcessedTaskKind.addWords(words, at, false, timeMs, made);
        made.add(0); // no result
        running.add(tasks.add(made.words(), 0));
    }

    void addDone(String id, Bytes result, long timeMs) {
        done.add(tasks.add(new ProcessedTask(id, true, result, timeMs)));
    }

    /** Puts a task that runs at the end, as done. */
    void makeDone(int cell, String id, Bytes result, long timeMs) {
        forget(running, cell);
        addDone(id, result, timeMs);
    }

    /**
     * The same of words: the length of the id, the id, the length of the result, and the result.
     */
    void makeDone(int cell, long[] words, int at, long timeMs) {
        forget(running, cell);
        int resultAt = at + 1 + Words.wordCount((int) words[at]);
        made.clear();
        ProcessedTaskKind.addWords(words, at, true, timeMs, made);
        made.add(words, resultAt, 1 + Words.wordCount((int) words[resultAt]));
        done.add(tasks.add(made.words(), 0));
    }

    private void forget(CellQueue queue, int cell) {
        queue.remove(cell);
        tasks.remove(cell);
    }

    private void forgetOldest(CellQueue queue, int count) {
        for (int i = 0; i < count; i++) {
            forget(queue, queue.oldest());
        }
    }

    /** The cell, unless it stands in the run of old ones with which its queue begins. */
    private int unlessOld(int cell, long timeMs) {
        if (cell != NONE) {
            CellQueue queue = isDone(cell) ? done : running;
            for (int old = queue.oldest(); isPastRetention(old, timeMs); old = queue.newer(old)) {
                if (old == cell) {
                    return NONE;
                }
            }
        }
        return cell;
    }

    private int oldCount(CellQueue queue, long timeMs) {
        int count = 0;
        for (int old = queue.oldest(); isPastRetention(old, timeMs); old = queue.newer(old)) {
            count++;
        }
        return count;
    }

    private boolean isPastRetention(int cell, long timeMs) {
        return cell != NONE
                && timeMs - retentionMs > tasks.word(cell, ProcessedTaskKind.CHANGED_AT);
    }
}
