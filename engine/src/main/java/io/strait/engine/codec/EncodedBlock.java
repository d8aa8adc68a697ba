package io.strait.engine.codec;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.engine.word.WordBuffer;
import io.strait.engine.word.WordReader;
import io.strait.engine.word.Words;
import java.util.Arrays;

/**
 * A block's words, without its chain: its number; its timestamp; how long its hash and its parent's
 * are; the two hashes.
 */
public final class EncodedBlock {
    private static final String HASH = "blockHash";
    private static final int TIMESTAMP = 1;
    private static final int LENGTHS = 2;
    private static final int TEXTS = 3;

    private EncodedBlock() {}

    /**
     * Adds the words of a block.
     *
     * @param block the block
     * @param target where to
     */
    public static void add(Block block, WordBuffer target) {
        target.add(block.number());
        target.add(block.timestamp());
        int lengthsAt = target.count();
        target.add(0);
        long hashBytes = target.addId(HASH, block.hash());
        long parentBytes = target.addId("parentHash", block.parentHash());
        target.words()[lengthsAt] = hashBytes | parentBytes << Integer.SIZE;
    }

    /**
     * How many words a block has.
     *
     * @param words they are in here
     * @param at index of the first
     * @return how many
     */
    public static int count(long[] words, int at) {
        return TEXTS
                + Words.wordCount(hashBytes(words, at))
                + Words.wordCount(parentBytes(words, at));
    }

    /**
     * The number of a block.
     *
     * @param words the block's words are in here
     * @param at index of the first
     * @return not negative
     */
    public static long number(long[] words, int at) {
        return words[at];
    }

    /**
     * Whether two blocks have the same hash.
     *
     * @param one the words of one are in here
     * @param oneAt index of the first
     * @param other the words of the other are in here
     * @param otherAt index of the first
     * @return whether they have
     */
    public static boolean hasHashOf(long[] one, int oneAt, long[] other, int otherAt) {
        int byteCount = hashBytes(one, oneAt);
        int from = otherAt + TEXTS;
        return byteCount == hashBytes(other, otherAt) && isHash(one, oneAt, other, from, byteCount);
    }

    /**
     * Whether a block is the one that another names as its parent.
     *
     * @param one the words of the block are in here
     * @param oneAt index of the first
     * @param other the words of the other are in here
     * @param otherAt index of the first
     * @return whether it is
     */
    public static boolean isParentOf(long[] one, int oneAt, long[] other, int otherAt) {
        int byteCount = hashBytes(one, oneAt);
        int from = otherAt + TEXTS + Words.wordCount(hashBytes(other, otherAt));
        return byteCount == parentBytes(other, otherAt)
                && isHash(one, oneAt, other, from, byteCount);
    }

    /**
     * Makes a block of its words.
     *
     * @param chain its chain
     * @param words they are in here
     * @param at index of the first
     * @return the block, newly allocated
     */
    public static Block decode(Chain chain, long[] words, int at) {
        WordReader reader = new WordReader().start(words, at + TEXTS);
        String hash = reader.text(hashBytes(words, at));
        String parentHash = reader.text(parentBytes(words, at));
        return new Block(chain, words[at], hash, parentHash, words[at + TIMESTAMP]);
    }

    private static boolean isHash(long[] one, int oneAt, long[] texts, int from, int byteCount) {
        int count = Words.wordCount(byteCount);
        int hashAt = oneAt + TEXTS;
        return Arrays.equals(one, hashAt, hashAt + count, texts, from, from + count);
    }

    private static int hashBytes(long[] words, int at) {
        return (int) words[at + LENGTHS];
    }

    private static int parentBytes(long[] words, int at) {
        return (int) (words[at + LENGTHS] >>> Integer.SIZE);
    }
}
