package io.strait.engine.bytes;

import io.strait.api.internal.Require;
import io.strait.api.internal.Utf8Bytes;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Hashes keys with a secret of its own, so that nobody can choose keys that meet in an index. Two
 * different keys have any two hashes with the same probability, whatever they are and whatever they
 * have in common: the family is strongly universal. It is MULTILINEAR-HM of Lemire and Kaser,
 * <i>Strongly universal string hashing is fast</i> (The Computer Journal 57(11), 2014), over halves
 * of words:
 *
 * <pre>
 *   b + l * length + sum of (k[2i] + low half of word i) * (k[2i+1] + high half), of which the
 *   highest 32 bits
 * </pre>
 *
 * <p>Why: take two keys of one length that differ in a half of word i. The difference of their sums
 * has the other half's secret times a difference that is not zero and has at most 31 zeros at its
 * end, and nothing else with that secret: its highest 33 bits are anything, equally often. For keys
 * of two lengths, the term with the length does the same. The secret b makes the first hash
 * anything, too. This holds for those who do not see the hashes; they never leave the process, and
 * are in no command.
 *
 * <p>The finish is one to one, so it changes none of this; it scatters keys that follow one
 * another. Its multiplier is MurmurHash3's (Austin Appleby, public domain). Immutable.
 */
public final class Keys {
    private static final int ID_WORDS = Require.MAX_ID_BYTES / Long.BYTES;

    /** The secrets of a number that belongs to a key come behind those of the longest id. */
    private static final int NUMBER = ID_WORDS;

    private static final int SECRETS = 2 * (NUMBER + 1);
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private final long base;
    private final long perLength;

    /** Two for each word. */
    private final long[] secrets;

    private final int mask;

    private Keys(long base, long perLength, long[] secrets, int mask) {
        this.base = base;
        this.perLength = perLength;
        this.secrets = secrets;
        this.mask = mask;
    }

    /** Draws secrets from a source that nobody can foresee. */
    public static Keys drawnFrom(LongSupplier random) {
        long[] secrets = new long[SECRETS];
        Arrays.setAll(secrets, i -> random.getAsLong());
        return new Keys(random.getAsLong(), random.getAsLong(), secrets, -1);
    }

    /** The same secrets, of whose hashes only some bits are kept: for tests of equal hashes. */
    public Keys masked(int bits) {
        return new Keys(base, perLength, secrets, bits);
    }

    /** The hash of an id, which is given as its words. */
    public int ofId(long[] words, int at, int byteCount) {
        return of(words, at, Words.wordCount(byteCount), byteCount);
    }

    /** The hash of an id: that of its UTF-8 bytes. Allocates nothing. */
    public int ofId(String id) {
        long sum = 0;
        long word = 0;
        int byteCount = 0;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c >= 0x80) {
                return ofUtf8(id, i, sum, word, byteCount);
            }
            word |= (long) c << ((byteCount & 7) << 3);
            byteCount++;
            if ((byteCount & 7) == 0) {
                if (byteCount > Require.MAX_ID_BYTES) {
                    return 0;
                }
                sum += term((byteCount >>> 3) - 1, word);
                word = 0;
            }
        }
        return ofId(sum, word, byteCount);
    }

    /** The hash of words, as many of them as a length says in some way. */
    public int of(long[] words, int at, int wordCount, int length) {
        return finish(sum(words, at, wordCount), length);
    }

    /** The same of words and a number. */
    public int of(long[] words, int at, int wordCount, int length, long number) {
        return finish(sum(words, at, wordCount) + term(NUMBER, number), length);
    }

    /** The hash of two numbers. */
    public int of(int first, long number) {
        return finish(term(NUMBER, number), first);
    }

    private long sum(long[] words, int at, int wordCount) {
        // Most ids have few words, and a loop costs more than they do.
        long sum = wordCount > 0 ? term(0, words[at]) : 0;
        if (wordCount > 1) {
            sum += term(1, words[at + 1]);
            for (int i = 2; i < wordCount; i++) {
                sum += term(i, words[at + i]);
            }
        }
        return sum;
    }

    private long term(int index, long word) {
        return (secrets[2 * index] + (word & LOW_HALF))
                * (secrets[2 * index + 1] + (word >>> Integer.SIZE));
    }

    private int finish(long sum, int length) {
        int h = (int) (sum + base + perLength * length >>> Integer.SIZE);
        h = (h ^ h >>> 15) * 0x85EB_CA6B;
        return (h ^ h >>> 15) & mask;
    }

    /** Takes over at the first character that is not ASCII. */
    private int ofUtf8(String id, int from, long sumSoFar, long wordSoFar, int bytesSoFar) {
        long sum = sumSoFar;
        long word = wordSoFar;
        int byteCount = bytesSoFar;
        int next = from;
        while (next < id.length()) {
            int codePoint = id.codePointAt(next);
            next += Character.charCount(codePoint);
            int encoded = Utf8Bytes.encode(codePoint);
            for (int left = Utf8Bytes.lengthOf(codePoint); left > 0; left--) {
                word |= (encoded & 0xFFL) << ((byteCount & 7) << 3);
                encoded >>>= 8;
                byteCount++;
                if ((byteCount & 7) == 0) {
                    if (byteCount > Require.MAX_ID_BYTES) {
                        return 0;
                    }
                    sum += term((byteCount >>> 3) - 1, word);
                    word = 0;
                }
            }
        }
        return ofId(sum, word, byteCount);
    }

    private int ofId(long sum, long word, int byteCount) {
        if (byteCount > Require.MAX_ID_BYTES) {
            return 0; // no id is so long
        }
        boolean isWhole = (byteCount & 7) == 0;
        return finish(isWhole ? sum : sum + term(byteCount >>> 3, word), byteCount);
    }
}
