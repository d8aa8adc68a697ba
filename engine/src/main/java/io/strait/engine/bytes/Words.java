package io.strait.engine.bytes;

import io.strait.api.domain.Bytes;
import io.strait.api.internal.Require;
import io.strait.api.internal.Utf8Bytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Bytes packed into little-endian words, eight to a word, with zeros after the last one: to and
 * from. Nothing here allocates but {@link #toText} and {@link #toBytes}.
 */
public final class Words {
    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    /** How many words so many bytes take. */
    public static int wordCount(int byteCount) {
        return (int) ((byteCount + 7L) >>> 3);
    }

    /** Packs bytes; returns all of the words or-ed, for {@link Utf8}. */
    static long pack(byte[] source, int offset, int length, long[] target, int at) {
        long all = 0;
        int word = at;
        int next = offset;
        for (int left = length; left >= Long.BYTES; left -= Long.BYTES) {
            long packed = (long) WORD.get(source, next);
            target[word++] = packed;
            all |= packed;
            next += Long.BYTES;
        }
        if ((length & 7) != 0) {
            long tail = 0;
            if (length > Long.BYTES) {
                // The last eight bytes, of which some are packed already.
                tail = (long) WORD.get(source, offset + length - Long.BYTES) >>> (-length << 3);
            } else {
                for (int i = length - 1; i >= 0; i--) {
                    tail = tail << 8 | source[next + i] & 0xFF;
                }
            }
            target[word] = tail;
            all |= tail;
        }
        return all;
    }

    /** The same of a buffer, which is code of a user's. */
    static long pack(DirectBuffer source, int offset, int length, long[] target, int at) {
        long all = 0;
        int word = at;
        int next = offset;
        for (int left = length; left >= Long.BYTES; left -= Long.BYTES) {
            long packed = source.getLong(next, ByteOrder.LITTLE_ENDIAN);
            target[word++] = packed;
            all |= packed;
            next += Long.BYTES;
        }
        if ((length & 7) != 0) {
            long tail = 0;
            for (int i = (length & 7) - 1; i >= 0; i--) {
                tail = tail << 8 | source.getByte(next + i) & 0xFF;
            }
            target[word] = tail;
            all |= tail;
        }
        return all;
    }

    /**
     * Copies words; few of them one by one, since a loop or a call takes longer. Returns where they
     * end.
     */
    public static int copy(long[] source, int offset, long[] target, int at, int count) {
        if (count > 4) {
            System.arraycopy(source, offset, target, at, count);
            return at + count;
        }
        if (count > 0) {
            target[at] = source[offset];
        }
        if (count > 1) {
            target[at + 1] = source[offset + 1];
        }
        if (count > 2) {
            target[at + 2] = source[offset + 2];
        }
        if (count > 3) {
            target[at + 3] = source[offset + 3];
        }
        return at + count;
    }

    /**
     * Packs the first characters of a text, eight at a time, for as long as they are ASCII; returns
     * how many.
     */
    static int packAscii(String text, long[] target, int at) {
        int done = 0;
        for (int word = at; text.length() - done >= Long.BYTES; word++) {
            long packed = asciiWord(text, done);
            if (packed < 0) {
                break;
            }
            target[word] = packed;
            done += Long.BYTES;
        }
        return done;
    }

    /** Eight characters of a text as a word; negative when they are not ASCII. */
    private static long asciiWord(String text, int from) {
        long word = 0;
        int all = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            char c = text.charAt(from + i);
            all |= c;
            word |= (long) c << (i << 3);
        }
        return all < 0x80 ? word : -1;
    }

    /** Checks that a range lies within an array. */
    public static void requireRange(String name, byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, Require.notNull(name, source).length);
    }

    /** Checks that a range lies within a buffer. */
    public static void requireRange(String name, DirectBuffer source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, Require.notNull(name, source).capacity());
    }

    /**
     * Copies the bytes out.
     *
     * @throws IndexOutOfBoundsException when they do not fit there; nothing is written
     */
    public static void unpack(long[] words, int at, byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        int word = at;
        int next = offset;
        for (int left = length; left >= Long.BYTES; left -= Long.BYTES) {
            WORD.set(target, next, words[word++]);
            next += Long.BYTES;
        }
        for (int i = 0; i < (length & 7); i++) {
            target[next + i] = (byte) (words[word] >>> (i << 3));
        }
    }

    /**
     * Copies the bytes out.
     *
     * @throws IndexOutOfBoundsException when they do not fit there; nothing is written
     */
    public static void unpack(
            long[] words, int at, MutableDirectBuffer target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.capacity());
        int word = at;
        int next = offset;
        for (int left = length; left >= Long.BYTES; left -= Long.BYTES) {
            target.putLong(next, words[word++], ByteOrder.LITTLE_ENDIAN);
            next += Long.BYTES;
        }
        for (int i = 0; i < (length & 7); i++) {
            target.putByte(next + i, (byte) (words[word] >>> (i << 3)));
        }
    }

    public static int byteAt(long[] words, int at, int index) {
        return (int) (words[at + (index >>> 3)] >>> ((index & 7) << 3)) & 0xFF;
    }

    static void setByte(long[] words, int at, int index, int value) {
        int shift = (index & 7) << 3;
        int word = at + (index >>> 3);
        words[word] = words[word] & ~(0xFFL << shift) | (value & 0xFFL) << shift;
    }

    /** The bytes in an array of their own. */
    public static byte[] toBytes(long[] words, int at, int byteCount) {
        byte[] bytes = new byte[byteCount];
        unpack(words, at, bytes, 0, byteCount);
        return bytes;
    }

    /** The text that the bytes are the UTF-8 form of. */
    public static String toText(long[] words, int at, int byteCount) {
        return byteCount == 0
                ? ""
                : new String(toBytes(words, at, byteCount), StandardCharsets.UTF_8);
    }

    /** Whether the bytes are a text's UTF-8 form. Allocates nothing. */
    public static boolean isUtf8Of(long[] words, int at, int byteCount, String text) {
        int index = 0;
        int done = 0;
        if (text.length() > byteCount) {
            return false; // a character takes a byte at least
        }
        // Eight characters at a time, for as long as they are ASCII.
        while (text.length() - done >= Long.BYTES) {
            long word = asciiWord(text, done);
            if (word < 0) {
                break;
            }
            if (word != words[at + (index >>> 3)]) {
                return false;
            }
            done += Long.BYTES;
            index += Long.BYTES;
        }
        for (int i = done; i < text.length(); i++) {
            int codePoint = text.charAt(i);
            if (codePoint >= 0x80) {
                codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint) - 1;
            }
            int encoded = Utf8Bytes.encode(codePoint);
            for (int left = Utf8Bytes.lengthOf(codePoint); left > 0; left--) {
                if (index == byteCount || byteAt(words, at, index) != (encoded & 0xFF)) {
                    return false;
                }
                encoded >>>= 8;
                index++;
            }
        }
        return index == byteCount;
    }

    /** Whether two runs of bytes are the same. Allocates nothing. */
    public static boolean isSame(long[] one, int oneAt, long[] other, int otherAt, int byteCount) {
        for (int i = 0; i < wordCount(byteCount); i++) {
            if (one[oneAt + i] != other[otherAt + i]) {
                return false;
            }
        }
        return true;
    }

    /** The bytes as an immutable value. */
    public static Bytes bytes(long[] words, int at, int byteCount) {
        return byteCount == 0 ? Bytes.EMPTY : Bytes.copyOf(toBytes(words, at, byteCount));
    }
}
