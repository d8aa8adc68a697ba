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
            int encoded = Utf8Bytes.encode(codePoint);
            for (int left = Utf8Bytes.lengthOf(codePoint); left > 0; left--) {
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
}
