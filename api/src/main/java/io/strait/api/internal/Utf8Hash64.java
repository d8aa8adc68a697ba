package io.strait.api.internal;

/** The part of {@link Hash64} for texts that are not pure ASCII: encodes on the fly. */
final class Utf8Hash64 {
    private long hash;
    private long word;
    private int byteCount;

    private Utf8Hash64(long hash, long word, int byteCount) {
        this.hash = hash;
        this.word = word;
        this.byteCount = byteCount;
    }

    /** Takes over at the first character that is not ASCII, with what was folded in before it. */
    static long finish(String text, int from, long hash, long word, int byteCount) {
        Utf8Hash64 rest = new Utf8Hash64(hash, word, byteCount);
        int index = from;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            rest.addCodePoint(codePoint);
            index += Character.charCount(codePoint);
        }
        return Hash64.finish(rest.hash, rest.word, rest.byteCount);
    }

    private void addCodePoint(int c) {
        if (c < 0x80) {
            addByte(c);
        } else if (c < 0x800) {
            addByte(0xC0 | c >>> 6);
            addByte(0x80 | c & 0x3F);
        } else if (c < 0x10000) {
            addByte(0xE0 | c >>> 12);
            addByte(0x80 | c >>> 6 & 0x3F);
            addByte(0x80 | c & 0x3F);
        } else {
            addByte(0xF0 | c >>> 18);
            addByte(0x80 | c >>> 12 & 0x3F);
            addByte(0x80 | c >>> 6 & 0x3F);
            addByte(0x80 | c & 0x3F);
        }
    }

    private void addByte(int value) {
        word |= (value & 0xFFL) << ((byteCount & 7) << 3);
        byteCount++;
        if ((byteCount & 7) == 0) {
            hash = Hash64.fold(hash, word);
            word = 0;
        }
    }
}
