package io.strait.engine.bytes;

import io.strait.api.domain.Bytes;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.internal.Require;
import io.strait.api.internal.Utf8Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * A run of words that grows at its end. For one thread at a time. Allocates only to grow, by
 * doubling, and never shrinks.
 */
public final class WordBuffer implements WordSource {
    private long[] words;
    private int count;

    /** An empty one. */
    public WordBuffer(int initialCapacity) {
        words = new long[initialCapacity];
    }

    /** The words; valid until more are added. */
    public long[] words() {
        return words;
    }

    /** How many words there are. */
    public int count() {
        return count;
    }

    @Override
    public int wordCount() {
        return count;
    }

    /** Forgets all words. */
    public void clear() {
        count = 0;
    }

    /** Forgets all words, and leaves nothing of them in memory. */
    public void wipe() {
        Arrays.fill(words, 0, count, 0);
        count = 0;
    }

    /** Adds a word. */
    public void add(long word) {
        reserve(1);
        words[count++] = word;
    }

    /** Adds what another buffer holds. */
    public void add(WordBuffer other) {
        add(other.words, 0, other.count);
    }

    /** Adds what is to be put there: so many words; returns the index of the first one. */
    public int claim(int wordCount) {
        reserve(wordCount);
        count += wordCount;
        return count - wordCount;
    }

    @Override
    public int putTo(long[] target, int at) {
        return Words.copy(words, 0, target, at, count);
    }

    /** Adds words. */
    public void add(long[] source, int offset, int length) {
        reserve(length);
        Words.copy(source, offset, words, count, length);
        count += length;
    }

    /** Adds bytes, packed; returns their words or-ed. */
    public long add(byte[] source, int offset, int length) {
        int more = Words.wordCount(length);
        reserve(more);
        long all = Words.pack(source, offset, length, words, count);
        count += more;
        return all;
    }

    /** Adds bytes, packed; returns their words or-ed. */
    public long add(DirectBuffer source, int offset, int length) {
        int more = Words.wordCount(length);
        reserve(more);
        long all = Words.pack(source, offset, length, words, count);
        count += more;
        return all;
    }

    /** Adds bytes, packed. */
    public void add(Bytes source) {
        int length = source.length();
        reserve(Words.wordCount(length));
        ByteBuffer buffer = source.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        for (int left = length; left >= Long.BYTES; left -= Long.BYTES) {
            words[count++] = buffer.getLong();
        }
        if ((length & 7) != 0) {
            long tail = 0;
            for (int i = length - 1; i >= (length & ~7); i--) {
                tail = tail << 8 | source.byteAt(i) & 0xFF;
            }
            words[count++] = tail;
        }
    }

    /** Forgets the last words, or takes for words what was put behind the last one. */
    public void truncate(int countLeft) {
        count = countLeft;
    }

    /** Adds an id, as packed UTF-8. */
    public int addId(String name, CharSequence text) {
        int start = count;
        int byteCount = addUtf8(name, Require.notNull(name, text), Require.MAX_ID_BYTES);
        Utf8.requireIdLength(name, byteCount);
        Utf8.requireNotBlank(name, words, start, byteCount);
        return byteCount;
    }

    /** Adds a free text, as packed UTF-8. */
    public int addText(String name, CharSequence text) {
        return addUtf8(name, Require.notNull(name, text), Require.MAX_TEXT_BYTES);
    }

    /** Adds a free text that may be a secret: no error shows it. */
    public int addSecret(String name, CharSequence text) {
        Require.notNull(name, text);
        return addUtf8(name, text, Require.HIDDEN, Require.MAX_TEXT_BYTES);
    }

    /**
     * Adds a text as packed UTF-8.
     *
     * @throws InvalidArgumentException when it has more, or an unpaired surrogate; nothing is added
     */
    int addUtf8(String name, CharSequence text, int maxBytes) {
        return addUtf8(name, text, text, maxBytes);
    }

    private int addUtf8(String name, CharSequence text, CharSequence shown, int maxBytes) {
        // One more for what follows the last byte that fits.
        reserve(Words.wordCount(maxBytes) + 1);
        int byteCount = 0;
        if (text instanceof String string && string.length() <= maxBytes) {
            byteCount = Words.packAscii(string, words, count);
        }
        long word = 0;
        int at = count + (byteCount >>> 3);
        for (int i = byteCount; i < text.length(); i++) {
            int codePoint = text.charAt(i);
            if (codePoint >= 0x80) {
                codePoint = Character.codePointAt(text, i);
                i += Character.charCount(codePoint) - 1;
            }
            boolean unpaired = Utf8.isSurrogate(codePoint);
            int length = Utf8Bytes.lengthOf(codePoint);
            if (unpaired || byteCount + length > maxBytes) {
                throw refused(name, shown, unpaired, maxBytes);
            }
            int encoded = Utf8Bytes.encode(codePoint);
            for (int k = 0; k < length; k++) {
                word |= (encoded >>> (k << 3) & 0xFFL) << ((byteCount & 7) << 3);
                byteCount++;
                if ((byteCount & 7) == 0) {
                    words[at++] = word;
                    word = 0;
                }
            }
        }
        if ((byteCount & 7) != 0) {
            words[at] = word;
        }
        count += Words.wordCount(byteCount);
        return byteCount;
    }

    private static InvalidArgumentException refused(
            String name, CharSequence shown, boolean malformed, int maxBytes) {
        return new InvalidArgumentException(
                name,
                shown,
                malformed ? "has an unpaired surrogate" : "has more than " + maxBytes + " bytes");
    }

    private void reserve(int more) {
        if (more > words.length - count) {
            words = Arrays.copyOf(words, Math.max(count + more, 2 * words.length));
        }
    }
}
