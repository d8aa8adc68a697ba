package io.strait.engine.bytes;

import io.strait.api.error.InvalidArgumentException;
import io.strait.api.internal.Require;

/** The rules of texts, for texts that are given as packed UTF-8 bytes. */
final class Utf8 {
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;
    private static final long CASE_BITS = 0x2020_2020_2020_2020L;
    private static final int MAX_CODE_POINT = 0x10FFFF;

    private Utf8() {}

    /**
     * Checks an id: well-formed, not blank, 1 to 128 bytes. Judge the length before packing.
     *
     * @param all all of its words or-ed
     */
    static void requireId(String name, long all, long[] words, int at, int byteCount) {
        requireWellFormed(name, all, words, at, byteCount);
        requireNotBlank(name, words, at, byteCount);
    }

    static void requireNotBlank(String name, long[] words, int at, int byteCount) {
        if (isBlank(words, at, byteCount)) {
            throw new InvalidArgumentException(
                    name, "'" + Words.toText(words, at, byteCount) + "'", "must not be blank");
        }
    }

    static void requireIdLength(String name, int byteCount) {
        if (byteCount < 1 || byteCount > Require.MAX_ID_BYTES) {
            throw new InvalidArgumentException(
                    name + ".length", byteCount, "must lie between 1 and " + Require.MAX_ID_BYTES);
        }
    }

    static void requireTextLength(String name, int byteCount) {
        if (byteCount > Require.MAX_TEXT_BYTES) {
            throw new InvalidArgumentException(
                    name + ".length", byteCount, "is more than " + Require.MAX_TEXT_BYTES);
        }
    }

    static void requireWellFormed(String name, long all, long[] words, int at, int byteCount) {
        boolean isAscii = (all & NOT_ASCII) == 0;
        if (!isAscii && !isWellFormed(words, at, byteCount)) {
            throw new InvalidArgumentException(
                    name, Words.toText(words, at, byteCount), "is not well-formed UTF-8");
        }
    }

    /**
     * Lower-cases a text that is {@code 0x} hex: see {@link io.strait.api.internal.Hex}, whose rule
     * this is.
     */
    static void canonicalizeHex(long[] words, int at, int byteCount) {
        if (!hasUpperCase(words, at, byteCount) || !isHex(words, at, byteCount)) {
            return;
        }
        for (int i = 0; i < byteCount; i++) {
            int b = Words.byteAt(words, at, i);
            if (b >= 'A' && b <= 'X') {
                Words.setByte(words, at, i, b | 0x20);
            }
        }
    }

    /** Whether there may be an upper-case letter: some other characters count too. */
    private static boolean hasUpperCase(long[] words, int at, int byteCount) {
        long found = 0;
        for (int i = 0; i < Words.wordCount(byteCount); i++) {
            long word = words[at + i];
            found |= word >>> 1 & ~word & CASE_BITS;
        }
        return found != 0;
    }

    private static boolean isHex(long[] words, int at, int byteCount) {
        if (byteCount < 3
                || Words.byteAt(words, at, 0) != '0'
                || (Words.byteAt(words, at, 1) | 0x20) != 'x') {
            return false;
        }
        for (int i = 2; i < byteCount; i++) {
            int b = Words.byteAt(words, at, i);
            int lower = b | 0x20;
            if ((b < '0' || b > '9') && (lower < 'a' || lower > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(long[] words, int at, int byteCount) {
        int first = (int) words[at] & 0xFF;
        if (first > ' ' && first < 0x80) {
            return false; // as nearly always
        }
        boolean ascii = true;
        for (int i = 0; i < byteCount; i++) {
            int b = Words.byteAt(words, at, i);
            if (b < 0x80 && !Character.isWhitespace(b)) {
                return false;
            }
            ascii &= b < 0x80;
        }
        return ascii || Words.toText(words, at, byteCount).isBlank();
    }

    /** By the table of well-formed sequences in the Unicode Standard, section 3.9. */
    private static boolean isWellFormed(long[] words, int at, int byteCount) {
        int i = 0;
        while (i < byteCount) {
            int lead = Words.byteAt(words, at, i);
            int length = lengthOf(lead);
            if (length == 0 || length > byteCount - i) {
                return false;
            }
            int codePoint = length == 1 ? lead : lead & 0x7F >> length;
            for (int k = 1; k < length; k++) {
                int tail = Words.byteAt(words, at, i + k);
                if ((tail & 0xC0) != 0x80) {
                    return false;
                }
                codePoint = codePoint << 6 | tail & 0x3F;
            }
            if (!isShortest(codePoint, length)) {
                return false;
            }
            i += length;
        }
        return true;
    }

    /** How many bytes a sequence has that begins with this one; 0 when none does. */
    private static int lengthOf(int lead) {
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC0) {
            return 0;
        }
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF8 ? 4 : 0;
    }

    private static boolean isShortest(int codePoint, int length) {
        return switch (length) {
            case 1 -> true;
            case 2 -> codePoint >= 0x80;
            case 3 -> codePoint >= 0x800 && !isSurrogate(codePoint);
            default -> codePoint >= 0x10000 && codePoint <= MAX_CODE_POINT;
        };
    }

    static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
