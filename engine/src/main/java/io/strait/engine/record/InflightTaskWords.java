package io.strait.engine.record;

import io.strait.api.domain.InflightTask;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.Words;

/**
 * A task in flight:
 *
 * <pre>
 *   0   bytes of the id (8 bits) | codes of the addresses of its AVS (8), operator (8),
 *                aggregator (8) | bytes of the status (32)
 *   1   operator set's id
 *   2   received at, ms
 *   3   id, AVS, operator, aggregator, status
 * </pre>
 */
public final class InflightTaskWords extends IdRecordType<InflightTask> {
    /** The one there is. */
    public static final InflightTaskWords INSTANCE = new InflightTaskWords();

    private static final int CODES = 0;
    private static final int OPERATOR_SET = 1;
    private static final int RECEIVED_AT = 2;
    private static final int ID = 3;
    private static final int AVS_SHIFT = 8;
    private static final int OPERATOR_SHIFT = 16;
    private static final int AGGREGATOR_SHIFT = 24;
    private static final int BYTE_MASK = 0xFF;

    private InflightTaskWords() {
        super(ID);
    }

    /** Adds a task's words. */
    public static void add(InflightTask task, WordBuffer target) {
        int at = target.count();
        target.add(0);
        target.add(task.operatorSetId());
        target.add(task.receivedAtMs());
        int idBytes = target.addId("taskId", task.taskId());
        int avs = AddressWords.add(task.avs(), target);
        int operator = AddressWords.add(task.operatorAddress(), target);
        long aggregator = AddressWords.add(task.aggregatorAddress(), target);
        long statusBytes = target.addText("status", task.status());
        target.words()[at] =
                idBytes
                        | avs << AVS_SHIFT
                        | operator << OPERATOR_SHIFT
                        | aggregator << AGGREGATOR_SHIFT
                        | statusBytes << Integer.SIZE;
    }

    @Override
    int idBytes(long[] words, int at) {
        return code(words, at, 0);
    }

    @Override
    String id(InflightTask task) {
        return task.taskId();
    }

    @Override
    public int wordCount(long[] words, int at) {
        return statusAt(words, at) + Words.wordCount(statusBytes(words, at));
    }

    @Override
    public InflightTask decode(long[] words, int at) {
        int avs = code(words, at, AVS_SHIFT);
        int operator = code(words, at, OPERATOR_SHIFT);
        int aggregator = code(words, at, AGGREGATOR_SHIFT);
        int avsAt = at + ID + Words.wordCount(idBytes(words, at));
        int operatorAt = avsAt + AddressWords.wordCount(avs);
        int aggregatorAt = operatorAt + AddressWords.wordCount(operator);
        return new InflightTask(
                Words.toText(words, at + ID, idBytes(words, at)),
                AddressWords.decode(words, avsAt, avs),
                AddressWords.decode(words, operatorAt, operator),
                AddressWords.decode(words, aggregatorAt, aggregator),
                words[at + OPERATOR_SET],
                words[at + RECEIVED_AT],
                Words.toText(words, at + statusAt(words, at), statusBytes(words, at)));
    }

    private static int statusAt(long[] words, int at) {
        return ID
                + Words.wordCount(code(words, at, 0))
                + AddressWords.wordCount(code(words, at, AVS_SHIFT))
                + AddressWords.wordCount(code(words, at, OPERATOR_SHIFT))
                + AddressWords.wordCount(code(words, at, AGGREGATOR_SHIFT));
    }

    private static int statusBytes(long[] words, int at) {
        return (int) (words[at + CODES] >>> Integer.SIZE);
    }

    private static int code(long[] words, int at, int shift) {
        return (int) (words[at + CODES] >>> shift) & BYTE_MASK;
    }
}
