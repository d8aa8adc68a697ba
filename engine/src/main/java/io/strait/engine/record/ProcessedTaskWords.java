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
 *   2   id, result
 * </pre>
 */
public final class ProcessedTaskWords extends IdRecordType<ProcessedTask> {
    /** The one there is. */
    public static final ProcessedTaskWords INSTANCE = new ProcessedTaskWords();

    private static final int CODES = 0;
    private static final int CHANGED_AT = 1;
    private static final int ID = 2;
    private static final int BYTE_MASK = 0xFF;
    private static final int DONE = 1 << 8;

    private ProcessedTaskWords() {
        super(ID);
    }

    /** Adds the words of a task that runs, of a command's id. */
    public static void addRunning(long[] command, int idAt, long timeMs, WordBuffer target) {
        add(command, idAt, 0, timeMs, target);
    }

    /** Adds the words of a task that is done, of a command's id, without a result. */
    public static void addDone(long[] command, int idAt, long timeMs, WordBuffer target) {
        add(command, idAt, DONE, timeMs, target);
    }

    /** The same with a result, whose words are in the command. */
    public static void addDone(
            long[] command,
            int idAt,
            int resultAt,
            int resultBytes,
            long timeMs,
            WordBuffer target) {
        long doneAndResult = DONE | (long) resultBytes << Integer.SIZE;
        add(command, idAt, doneAndResult, timeMs, target);
        target.add(command, resultAt, Words.wordCount(resultBytes));
    }

    /** Whether a task is done. */
    public static boolean isDone(long[] words, int at) {
        return (words[at + CODES] & DONE) != 0;
    }

    /** When a task was begun or done, milliseconds. */
    public static long changedAtMs(long[] words, int at) {
        return words[at + CHANGED_AT];
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
            long[] command, int idAt, long doneAndResult, long timeMs, WordBuffer target) {
        int idBytes = (int) command[idAt + CommandWords.ID_LENGTH];
        target.add(idBytes | doneAndResult);
        target.add(timeMs);
        target.add(command, idAt + CommandWords.ID, Words.wordCount(idBytes));
    }

    private int resultAt(long[] words, int at) {
        return ID + Words.wordCount(idBytes(words, at));
    }

    private static int resultBytes(long[] words, int at) {
        return (int) (words[at + CODES] >>> Integer.SIZE);
    }
}
