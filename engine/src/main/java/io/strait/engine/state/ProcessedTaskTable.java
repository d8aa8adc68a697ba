package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.internal.Hash64;
import io.strait.engine.image.Keys;
import io.strait.engine.image.Row;
import io.strait.engine.image.TableImage;

/**
 * The memory of tasks begun and done, in the order in which they last changed; which changes are
 * allowed is decided by {@link ProcessedTaskRules}. What is too old counts as forgotten already,
 * but goes only with {@link #forgetOld}, so that a refused write leaves everything as it was.
 */
final class ProcessedTaskTable {
    private final Keys keys;
    private final long retentionMs;
    private final Table<ProcessedTask, Entry<ProcessedTask>> tasks;
    private final AgeQueue<ProcessedTask> running = new AgeQueue<>();
    private final AgeQueue<ProcessedTask> done = new AgeQueue<>();

    ProcessedTaskTable(Limits limits, Keys keys, Generation generation) {
        this.keys = keys;
        this.retentionMs = limits.processedTaskRetention().toMillis();
        this.tasks = new Table<>(generation, EntryIndex.ofEntriesThatGo());
    }

    /** The entry of a task that is not too old to be remembered, or null. */
    Entry<ProcessedTask> find(String id, long timeMs) {
        Entry<ProcessedTask> entry = tasks.find(keyOf(id), id);
        return entry == null || isOld(entry, timeMs) ? null : entry;
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
        forget(running, oldRunning);
        forget(done, oldDone);
        return oldRunning + oldDone > 0;
    }

    void forgetOldestDone() {
        forget(done, 1);
    }

    void forget(Entry<ProcessedTask> entry) {
        AgeQueue.removeFromAny(entry);
        tasks.remove(entry);
    }

    void addRunning(String id, long timeMs) {
        running.add(add(new ProcessedTask(id, false, Bytes.EMPTY, timeMs)));
    }

    void addDone(String id, Bytes result, long timeMs) {
        done.add(add(new ProcessedTask(id, true, result, timeMs)));
    }

    void makeDone(Entry<ProcessedTask> entry, Bytes result, long timeMs) {
        ProcessedTask next = new ProcessedTask(entry.value().taskId(), true, result, timeMs);
        tasks.update(entry, tasks.newRow(entry.key(), entry.id(), next));
        running.remove(entry);
        done.add(entry);
    }

    TableImage<ProcessedTask> image() {
        return tasks.image();
    }

    private Entry<ProcessedTask> add(ProcessedTask task) {
        String id = task.taskId();
        Row<ProcessedTask> row = tasks.newRow(keyOf(id), id, task);
        Entry<ProcessedTask> entry = new Entry<>(row, id);
        tasks.add(entry);
        return entry;
    }

    private void forget(AgeQueue<ProcessedTask> queue, int count) {
        for (int i = 0; i < count; i++) {
            forget(queue.oldest());
        }
    }

    /** Whether the entry stands in the run of old entries with which its queue begins. */
    private boolean isOld(Entry<ProcessedTask> entry, long timeMs) {
        Entry<ProcessedTask> old = entry.queue.oldest();
        while (isPastRetention(old, timeMs)) {
            if (old == entry) {
                return true;
            }
            old = old.newer;
        }
        return false;
    }

    private int oldCount(AgeQueue<ProcessedTask> queue, long timeMs) {
        int count = 0;
        Entry<ProcessedTask> old = queue.oldest();
        while (isPastRetention(old, timeMs)) {
            count++;
            old = old.newer;
        }
        return count;
    }

    private boolean isPastRetention(Entry<ProcessedTask> entry, long timeMs) {
        return entry != null && timeMs - retentionMs > entry.value().changedAtMs();
    }

    private long keyOf(String id) {
        return keys.of(Hash64.of(id));
    }
}
