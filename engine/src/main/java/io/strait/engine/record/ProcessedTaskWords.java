package io.strait.engine.record;

import io.strait.api.domain.ProcessedTask;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.Words;

/**
 * A task begun or done:
 *
 * <pre>
 *   0   bytes of the id (8 bits) | done (1) | (23) | bytes of the result (32)
 *   1   changed at, ms
 *   2   ages from, ms: what the state's own time was then
 *   3   id, result
 * </pre>
 */
public final class ProcessedTaskWords extends IdRecordType<ProcessedTask> {
    /** The one there is. */
    public static final ProcessedTaskWords INSTANCE = new ProcessedTaskWords();

    private static final int CODES = 0;
    private static final int CHANGED_AT = 1;
    private static final int AGES_FROM = 2;
    private static final int ID = 3;
    private static final int BYTE_MASK = 0xFF;
    private static final int DONE = 1 << 8;

    private ProcessedTaskWords() {
        super(ID);
    }

    /** Adds the words of a task that runs, of a command's id. */
    public static void addRunning(
            long[] command, int idAt, long timeMs, long agesFromMs, WordBuffer target) {
        add(command, idAt, 0, timeMs, agesFromMs, target);
    }

    /** Adds the words of a task that is done, of a command's id, without a result. */
    public static void addDone(
            long[] command, int idAt, long timeMs, long agesFromMs, WordBuffer target) {
        add(command, idAt, DONE, timeMs, agesFromMs, target);
    }

    /** The same with a result, whose words are in the command. */
    public static void addDone(
            long[] command,
            int idAt,
            int resultAt,
            int resultBytes,
            long timeMs,
            long agesFromMs,
            WordBuffer target) {
        long doneAndResult = DONE | (long) resultBytes << Integer.SIZE;
        add(command, idAt, doneAndResult, timeMs, agesFromMs, target);
        target.add(command, resultAt, Words.wordCount(resultBytes));
    }

    /** Whether a task is done. */
    public static boolean isDone(long[] words, int at) {
        return (words[at + CODES] & DONE) != 0;
    }

    /** From when on a task ages, by the state's own time, milliseconds. */
    public static long agesFromMs(long[] words, int at) {
        return words[at + AGES_FROM];
    }

    @Override
    int idBytes(long[] words, int at) {
        return (int) words[at + CODES] & BYTE_MASK;
    }

    @Override
    String id(ProcessedTask task) {
        return task.taskId();
    }

    @Override
    public int wordCount(long[] words, int at) {
        return resultAt(words, at) + Words.wordCount(resultBytes(words, at));
    }

    @Override
    public ProcessedTask decode(long[] words, int at) {
        return new ProcessedTask(
                Words.toText(words, at + ID, idBytes(words, at)),
                isDone(words, at),
                Words.bytes(words, at + resultAt(words, at), resultBytes(words, at)),
                words[at + CHANGED_AT]);
    }

    private static void add(
            long[] command,
            int idAt,
            long doneAndResult,
            long timeMs,
            long agesFromMs,
            WordBuffer target) {
        int idBytes = (int) command[idAt + CommandWords.ID_LENGTH];
        target.add(idBytes | doneAndResult);
        target.add(timeMs);
        target.add(agesFromMs);
        target.add(command, idAt + CommandWords.ID, Words.wordCount(idBytes));
    }

    private int resultAt(long[] words, int at) {
        return ID + Words.wordCount(idBytes(words, at));
    }

    private static int resultBytes(long[] words, int at) {
        return (int) (words[at + CODES] >>> Integer.SIZE);
    }
}
