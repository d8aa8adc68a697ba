package io.strait.engine.record;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.WordReader;
import io.strait.engine.bytes.Words;

/**
 * A block, without its chain:
 *
 * <pre>
 *   0   number
 *   1   timestamp
 *   2   bytes of the hash (32 bits) | bytes of the parent's hash (32 bits)
 *   3   hash, parent's hash
 * </pre>
 */
public final class BlockWords {
    private static final int NUMBER = 0;
    private static final int TIMESTAMP = 1;
    private static final int LENGTHS = 2;
    private static final int TEXTS = 3;

    private BlockWords() {}

    /** Adds a block's words. */
    public static void add(Block block, WordBuffer target) {
        int lengthsAt = addNumbers(block.number(), block.timestamp(), target);
        int hashBytes = target.addId("blockHash", block.hash());
        int parentBytes = target.addId("parentHash", block.parentHash());
        setLengths(target, lengthsAt, hashBytes, parentBytes);
    }

    /** Adds the words of a block whose hashes are packed already. */
    public static void add(
            long number,
            long timestamp,
            WordBuffer hash,
            int hashBytes,
            WordBuffer parentHash,
            int parentBytes,
            WordBuffer target) {
        int lengthsAt = addNumbers(number, timestamp, target);
        setLengths(target, lengthsAt, hashBytes, parentBytes);
        target.add(hash);
        target.add(parentHash);
    }

    /** How many words a block has. */
    public static int wordCount(long[] words, int at) {
        long lengths = words[at + LENGTHS];
        return TEXTS + Words.wordCount(hashBytes(lengths)) + Words.wordCount(parentBytes(lengths));
    }

    /** The number of a block. */
    public static long number(long[] words, int at) {
        return words[at + NUMBER];
    }

    /** The hash of a block as a text; allocates it. */
    public static String hash(long[] words, int at) {
        return Words.toText(words, at + TEXTS, hashBytes(words[at + LENGTHS]));
    }

    /** Whether two blocks have the same hash. */
    public static boolean hasHashOf(long[] one, int oneAt, long[] other, int otherAt) {
        int byteCount = hashBytes(one[oneAt + LENGTHS]);
        return byteCount == hashBytes(other[otherAt + LENGTHS])
                && Words.isSame(one, oneAt + TEXTS, other, otherAt + TEXTS, byteCount);
    }

    /** Whether a block is the one that another names as its parent. */
    public static boolean isParentOf(long[] one, int oneAt, long[] other, int otherAt) {
        long otherLengths = other[otherAt + LENGTHS];
        int byteCount = hashBytes(one[oneAt + LENGTHS]);
        int parentAt = otherAt + TEXTS + Words.wordCount(hashBytes(otherLengths));
        return byteCount == parentBytes(otherLengths)
                && Words.isSame(one, oneAt + TEXTS, other, parentAt, byteCount);
    }

    /** Makes a block of its words. */
    public static Block decode(Chain chain, long[] words, int at) {
        WordReader reader = new WordReader().start(words, at + TEXTS);
        String hash = reader.text(hashBytes(words[at + LENGTHS]));
        String parentHash = reader.text(parentBytes(words[at + LENGTHS]));
        return new Block(chain, words[at + NUMBER], hash, parentHash, words[at + TIMESTAMP]);
    }

    private static int addNumbers(long number, long timestamp, WordBuffer target) {
        target.add(number);
        target.add(timestamp);
        target.add(0);
        return target.count() - 1;
    }

    private static void setLengths(
            WordBuffer target, int lengthsAt, int hashBytes, long parentBytes) {
        target.words()[lengthsAt] = hashBytes | parentBytes << Integer.SIZE;
    }

    private static int hashBytes(long lengths) {
        return (int) lengths;
    }

    private static int parentBytes(long lengths) {
        return (int) (lengths >>> Integer.SIZE);
    }
}
