package io.strait.engine.record;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.internal.Require;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.Words;

/**
 * A task. The lengths are bytes, an address's is its code ({@link AddressWords}):
 *
 * <pre>
 *   0   lengths: id (8 bits) | block hash (8) | AVS (8) | callback (8)
 *                | payload (31) | has references (1)
 *   1   deadline, ms
 *   2   source block's number
 *   3   chain id
 *   4   operator set's id (32) | threshold, basis points (32)
 *   5   id, AVS, callback, block hash, payload
 *       if it has references: reference timestamp (32) | version (32); L1 reference block
 * </pre>
 */
public final class TaskWords {
    /** Which word has the lengths. */
    public static final int LENGTHS = 0;

    /** Which word has the deadline. */
    public static final int DEADLINE = 1;

    /** Which word has the number of the source block. */
    public static final int SOURCE_BLOCK = 2;

    /** Which word has the chain id. */
    public static final int CHAIN_ID = 3;

    /** Which word has the operator set's id and the threshold. */
    public static final int SET_AND_THRESHOLD = 4;

    /** Where the id begins. */
    public static final int ID = 5;

    private static final int HASH_SHIFT = 8;
    private static final int AVS_SHIFT = 16;
    private static final int CALLBACK_SHIFT = 24;
    private static final int PAYLOAD_SHIFT = 32;
    private static final int BYTE_MASK = 0xFF;
    private static final int PAYLOAD_MASK = Integer.MAX_VALUE;
    private static final int REFERENCE_WORDS = 2;

    private TaskWords() {}

    /** Adds a task's words. */
    public static void add(Task task, WordBuffer target) {
        int at = target.claim(ID);
        int idBytes = target.addId("taskId", task.id());
        int avs = AddressWords.add(task.avs(), target);
        int callback = AddressWords.add(task.callbackAddress(), target);
        int hashBytes = task.blockHash().isEmpty() ? 0 : target.addId("hash", task.blockHash());
        target.add(task.payload());
        long timestamp = task.referenceTimestamp();
        long l1Block = task.l1ReferenceBlockNumber();
        boolean hasReferences = hasReferences(timestamp, task.version(), l1Block);
        if (hasReferences) {
            int referencesAt = target.claim(REFERENCE_WORDS);
            putReferences(timestamp, task.version(), l1Block, target.words(), referencesAt);
        }
        int payloadBytes = task.payload().length();
        putNumbers(
                lengths(idBytes, hashBytes, avs, callback, payloadBytes, hasReferences),
                task.deadlineMs(),
                task.sourceBlockNumber(),
                task.chainId(),
                task.operatorSetId(),
                task.thresholdBps(),
                target.words(),
                at);
    }

    /** Puts the words that precede the id; returns where they end. */
    public static int putNumbers(
            long lengths,
            long deadlineMs,
            long sourceBlock,
            long chainId,
            long operatorSetId,
            long thresholdBps,
            long[] target,
            int at) {
        target[at + LENGTHS] = lengths;
        target[at + DEADLINE] = deadlineMs;
        target[at + SOURCE_BLOCK] = sourceBlock;
        target[at + CHAIN_ID] = chainId;
        target[at + SET_AND_THRESHOLD] = operatorSetId | thresholdBps << Integer.SIZE;
        return at + ID;
    }

    /** Whether a task with these has references: most lack them. */
    public static boolean hasReferences(long timestamp, long version, long l1Block) {
        return (timestamp | version | l1Block) != 0;
    }

    /** Puts the references of a task that has them; returns where they end. */
    public static int putReferences(
            long timestamp, long version, long l1Block, long[] target, int at) {
        target[at] = timestamp | version << Integer.SIZE;
        target[at + 1] = l1Block;
        return at + REFERENCE_WORDS;
    }

    /** The word of lengths. */
    public static long lengths(
            int idBytes,
            int hashBytes,
            int avs,
            int callback,
            int payloadBytes,
            boolean hasReferences) {
        return idBytes
                | hashBytes << HASH_SHIFT
                | avs << AVS_SHIFT
                | (long) callback << CALLBACK_SHIFT
                | (long) payloadBytes << PAYLOAD_SHIFT
                | (hasReferences ? Long.MIN_VALUE : 0);
    }

    /** How many words a task of these lengths has. */
    public static int wordCount(long lengths) {
        return referencesAt(lengths) + (lengths < 0 ? REFERENCE_WORDS : 0);
    }

    /** Makes a task of its words. */
    public static Task decode(long[] words, int at) {
        long lengths = words[at + LENGTHS];
        long timestampAndVersion = timestampAndVersion(words, at, lengths);
        return new Task(
                Words.toText(words, at + ID, idBytes(lengths)),
                avs(words, at, lengths),
                operatorSetId(words[at + SET_AND_THRESHOLD]),
                callback(words, at, lengths),
                words[at + DEADLINE],
                thresholdBps(words[at + SET_AND_THRESHOLD]),
                Words.bytes(words, at + payloadAt(lengths), payloadBytes(lengths)),
                words[at + CHAIN_ID],
                words[at + SOURCE_BLOCK],
                l1Block(words, at, lengths),
                timestampAndVersion & Require.MAX_UINT32,
                Words.toText(words, at + hashAt(lengths), hashBytes(lengths)),
                timestampAndVersion >>> Integer.SIZE);
    }

    /** The operator set's id. */
    public static long operatorSetId(long setAndThreshold) {
        return setAndThreshold & Require.MAX_UINT32;
    }

    /** The threshold, basis points. */
    public static int thresholdBps(long setAndThreshold) {
        return (int) (setAndThreshold >>> Integer.SIZE);
    }

    /** How long the id is, bytes. */
    public static int idBytes(long lengths) {
        return (int) lengths & BYTE_MASK;
    }

    /** How long the block hash is, bytes. */
    public static int hashBytes(long lengths) {
        return (int) (lengths >>> HASH_SHIFT) & BYTE_MASK;
    }

    /** The code of the AVS's address. */
    public static int avsCode(long lengths) {
        return (int) (lengths >>> AVS_SHIFT) & BYTE_MASK;
    }

    /** The code of the callback's address. */
    public static int callbackCode(long lengths) {
        return (int) (lengths >>> CALLBACK_SHIFT) & BYTE_MASK;
    }

    /** How long the payload is, bytes. */
    public static int payloadBytes(long lengths) {
        return (int) (lengths >>> PAYLOAD_SHIFT) & PAYLOAD_MASK;
    }

    /** Where the AVS's address begins. */
    public static int avsAt(long lengths) {
        return ID + Words.wordCount(idBytes(lengths));
    }

    /** Where the callback's address begins. */
    public static int callbackAt(long lengths) {
        return avsAt(lengths) + AddressWords.wordCount(avsCode(lengths));
    }

    /** Where the block hash begins. */
    public static int hashAt(long lengths) {
        return callbackAt(lengths) + AddressWords.wordCount(callbackCode(lengths));
    }

    /** Where the payload begins. */
    public static int payloadAt(long lengths) {
        return hashAt(lengths) + Words.wordCount(hashBytes(lengths));
    }

    /** The reference timestamp in the lower half, the version in the upper one. */
    private static long timestampAndVersion(long[] words, int at, long lengths) {
        return hasReferences(lengths) ? words[at + referencesAt(lengths)] : 0;
    }

    /** The number of the L1 reference block. */
    private static long l1Block(long[] words, int at, long lengths) {
        return hasReferences(lengths) ? words[at + l1BlockAt(lengths)] : 0;
    }

    /** Whether a task has references: the others have zeros. */
    public static boolean hasReferences(long lengths) {
        return lengths < 0;
    }

    /** Which word has the number of the L1 reference block of a task with references. */
    public static int l1BlockAt(long lengths) {
        return referencesAt(lengths) + 1;
    }

    private static Address avs(long[] words, int at, long lengths) {
        return AddressWords.decode(words, at + avsAt(lengths), avsCode(lengths));
    }

    private static Address callback(long[] words, int at, long lengths) {
        return AddressWords.decode(words, at + callbackAt(lengths), callbackCode(lengths));
    }

    /** Which word has the timestamp and the version of a task with references. */
    public static int referencesAt(long lengths) {
        return payloadAt(lengths) + Words.wordCount(payloadBytes(lengths));
    }
}
