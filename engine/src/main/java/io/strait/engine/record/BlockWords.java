package io.strait.engine.record;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.WordReader;
import io.strait.engine.bytes.WordText;
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
    /** Where its number is. */
    public static final int NUMBER = 0;

    private static final int TIMESTAMP = 1;
    private static final int LENGTHS = 2;
    private static final int TEXTS = 3;

    private BlockWords() {}

    /** Adds a block's words. */
    public static void add(Block block, WordBuffer target) {
        int at = target.claim(TEXTS);
        int hashBytes = target.addId("blockHash", block.hash());
        int parentBytes = target.addId("parentHash", block.parentHash());
        putNumbers(block.number(), block.timestamp(), hashBytes, parentBytes, target.words(), at);
    }

    /** Puts the words of a block whose hashes are packed already; returns where they end. */
    public static int put(
            long number,
            long timestamp,
            WordText hash,
            WordText parentHash,
            long[] target,
            int at) {
        putNumbers(number, timestamp, hash.byteCount(), parentHash.byteCount(), target, at);
        return parentHash.putTo(target, hash.putTo(target, at + TEXTS));
    }

    /** How many words a block has. */
    public static int wordCount(long[] words, int at) {
        long lengths = words[at + LENGTHS];
        return wordCount(hashBytes(lengths), parentBytes(lengths));
    }

    /** How many words a block has whose hashes are so long. */
    public static int wordCount(int hashBytes, int parentBytes) {
        return TEXTS + Words.wordCount(hashBytes) + Words.wordCount(parentBytes);
    }

    /** The number of a block. */
    public static long number(long[] words, int at) {
        return words[at + NUMBER];
    }

    /** The hash of a block as a text; allocates it. */
    public static String hash(long[] words, int at) {
        return Words.toText(words, at + TEXTS, hashBytes(words[at + LENGTHS]));
    }

    /** The hash of the parent that a block names, as a text; allocates it. */
    public static String parentHash(long[] words, int at) {
        long lengths = words[at + LENGTHS];
        return Words.toText(words, parentAt(lengths, at), parentBytes(lengths));
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
        int parentAt = parentAt(otherLengths, otherAt);
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

    private static void putNumbers(
            long number, long timestamp, int hashBytes, long parentBytes, long[] target, int at) {
        target[at + NUMBER] = number;
        target[at + TIMESTAMP] = timestamp;
        target[at + LENGTHS] = hashBytes | parentBytes << Integer.SIZE;
    }

    private static int parentAt(long lengths, int at) {
        return at + TEXTS + Words.wordCount(hashBytes(lengths));
    }

    private static int hashBytes(long lengths) {
        return (int) lengths;
    }

    private static int parentBytes(long lengths) {
        return (int) (lengths >>> Integer.SIZE);
    }
}
