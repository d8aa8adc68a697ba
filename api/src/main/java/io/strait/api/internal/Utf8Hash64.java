package io.strait.api.internal;

/** The part of {@link Hash64} for texts that are not pure ASCII: encodes on the fly. */
final class Utf8Hash64 {
    private Utf8Hash64() {}

    /** Takes over at the first character that is not ASCII, with what was folded in before it. */
    static long finish(String text, int from, long hashSoFar, long wordSoFar, int bytesSoFar) {
        long hash = hashSoFar;
        long word = wordSoFar;
        int byteCount = bytesSoFar;
        int index = from;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            index += Character.charCount(codePoint);
            int encoded = encode(codePoint);
            for (int left = lengthOf(codePoint); left > 0; left--) {
                word |= (encoded & 0xFFL) << ((byteCount & 7) << 3);
                encoded >>>= 8;
                byteCount++;
                if ((byteCount & 7) == 0) {
                    hash = Hash64.fold(hash, word);
                    word = 0;
                }
            }
        }
        return Hash64.finish(hash, word, byteCount);
    }

    private static int lengthOf(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /** The bytes of a code point's UTF-8 form, the first one lowest. */
    private static int encode(int c) {
        return switch (lengthOf(c)) {
            case 1 -> c;
            case 2 -> 0xC0 | c >>> 6 | tail(c) << 8;
            case 3 -> 0xE0 | c >>> 12 | tail(c >>> 6) << 8 | tail(c) << 16;
            default -> 0xF0 | c >>> 18 | tail(c >>> 12) << 8 | tail(c >>> 6) << 16 | tail(c) << 24;
        };
    }

    private static int tail(int bits) {
        return 0x80 | bits & 0x3F;
    }
}
