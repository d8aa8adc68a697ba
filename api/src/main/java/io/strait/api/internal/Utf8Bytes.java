package io.strait.api.internal;

/** The UTF-8 form of single code points. */
public final class Utf8Bytes {
    private Utf8Bytes() {}

    /**
     * How many bytes a code point takes.
     *
     * @param codePoint any but a surrogate
     * @return 1 to 4
     */
    public static int lengthOf(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /**
     * The bytes of a code point's UTF-8 form.
     *
     * @param c the code point, any but a surrogate
     * @return the first byte lowest
     */
    public static int encode(int c) {
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
