package io.strait.engine.flat;

import io.strait.api.domain.Bytes;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.internal.Hash64;
import io.strait.engine.word.WordBuffer;
import io.strait.engine.word.WordReader;
import io.strait.engine.word.Words;
import java.util.Arrays;

/**
 * Tasks begun and done. Their words are: when it last changed; the length of its id, and whether it
 * is done; the id; the length of the result; the result. Of one that came as an object there are
 * only the first two.
 */
public final class ProcessedTaskKind extends RecordKind<ProcessedTask> {
    /** Which word has the moment of the last change, milliseconds. */
    public static final int CHANGED_AT = 0;

    private static final int ID_BYTES_AND_DONE = 1;
    private static final int ID = 2;
    private static final long DONE = 1L << Integer.SIZE;

    ProcessedTaskKind() {
        super(CellIndexes.PROCESSED_TASKS, Roots.PROCESSED_TASKS_BY_ORDER);
    }

    /**
     * Adds the words of a task.
     *
     * @param source the length of its id, in bytes, and the id are in here
     * @param at index of the length
     * @param done whether it is done
     * @param changedAtMs when it was begun or, later, done
     * @param target where to; its result is to follow: the length in bytes, and the bytes
     */
    public static void addWords(
            long[] source, int at, boolean done, long changedAtMs, WordBuffer target) {
        int idBytes = (int) source[at];
        target.add(changedAtMs);
        target.add(idBytes | (done ? DONE : 0));
        target.add(source, at + 1, Words.wordCount(idBytes));
    }

    /**
     * Whether a task is done.
     *
     * @param tasks the tasks
     * @param cell the task
     * @return false while it runs
     */
    public static boolean isDone(FlatRecords<ProcessedTask> tasks, int cell) {
        return (tasks.word(cell, ID_BYTES_AND_DONE) & DONE) != 0;
    }

    @Override
    long hash64(ProcessedTask task) {
        return Hash64.of(task.taskId());
    }

    @Override
    long hash64(long[] words, int at) {
        return Hash64.of(words, at + ID, idBytes(words, at));
    }

    @Override
    int wordCount(long[] words, int at) {
        int resultAt = ID + Words.wordCount(idBytes(words, at));
        return resultAt + 1 + Words.wordCount((int) words[at + resultAt]);
    }

    @Override
    void addWords(ProcessedTask task, WordBuffer target) {
        target.add(task.changedAtMs());
        target.add(task.done() ? DONE : 0);
    }

    @Override
    boolean hasId(long[] stored, int storedAt, ProcessedTask task, Object id) {
        String text = (String) id;
        return task == null
                ? Words.isUtf8Of(stored, storedAt + ID, idBytes(stored, storedAt), text)
                : task.taskId().equals(text);
    }

    @Override
    boolean hasIdOf(long[] stored, int storedAt, ProcessedTask task, long[] words, int at) {
        int idAt = at + ID;
        int byteCount = idBytes(words, at);
        if (task != null) {
            return Words.isUtf8Of(words, idAt, byteCount, task.taskId());
        }
        int storedIdAt = storedAt + ID;
        int count = Words.wordCount(byteCount);
        return idBytes(stored, storedAt) == byteCount
                && Arrays.equals(stored, storedIdAt, storedIdAt + count, words, idAt, idAt + count);
    }

    @Override
    ProcessedTask decode(long[] words, int at) {
        WordReader reader = new WordReader().start(words, at);
        long changedAtMs = reader.next();
        long idBytesAndDone = reader.next();
        String taskId = reader.text((int) idBytesAndDone);
        Bytes result = reader.bytes((int) reader.next());
        return new ProcessedTask(taskId, (idBytesAndDone & DONE) != 0, result, changedAtMs);
    }

    private static int idBytes(long[] words, int at) {
        return (int) words[at + ID_BYTES_AND_DONE];
    }
}
