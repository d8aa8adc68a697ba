package io.strait.bench.operation;

import java.nio.charset.StandardCharsets;

/** A text of ASCII characters, made again and again in the same bytes. */
final class AsciiText {
    private static final int MAX_DIGITS = 19;
    private static final byte[] HEX_DIGITS = bytesOf("0123456789abcdef");

    private final byte[] bytes = new byte[128];
    private final byte[] digits = new byte[MAX_DIGITS];
    private int length;

    /** The bytes of a text, to be made once. */
    static byte[] bytesOf(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Begins with a text. */
    AsciiText set(byte[] text) {
        length = 0;
        return add(text);
    }

    /** Goes on with a text. */
    AsciiText add(byte[] text) {
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    /** Goes on with another text. */
    AsciiText add(AsciiText text) {
        System.arraycopy(text.bytes, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    /** Goes on with a number, in decimal digits. */
    AsciiText add(long number) {
        int at = MAX_DIGITS;
        long rest = number;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        return addDigits(at);
    }

    /** Goes on with a number, in hexadecimal digits. */
    AsciiText addHex(long number) {
        int at = MAX_DIGITS;
        long rest = number;
        do {
            digits[--at] = HEX_DIGITS[(int) (rest & 0xf)];
            rest >>>= 4;
        } while (rest != 0);
        return addDigits(at);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    private AsciiText addDigits(int from) {
        System.arraycopy(digits, from, bytes, length, MAX_DIGITS - from);
        length += MAX_DIGITS - from;
        return this;
    }
}
