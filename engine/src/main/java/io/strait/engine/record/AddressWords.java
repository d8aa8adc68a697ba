package io.strait.engine.record;

import io.strait.api.domain.Address;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.Words;

/**
 * An address by value. A record keeps its code, in eight bits, beside other lengths, and its bytes
 * further on:
 *
 * <pre>
 *   code        bytes
 *   0           none: no address
 *   1 to 128    so many bytes of UTF-8
 *   129         20 bytes, for 0x and 40 hex digits
 * </pre>
 */
public final class AddressWords {
    /** The code of no address. */
    public static final int NONE = 0;

    /** As many bits hold any code. */
    public static final int CODE_BITS = 8;

    private static final int HEX = 129;
    private static final int HEX_BYTES = 20;
    private static final int HEX_CHARS = 2 + 2 * HEX_BYTES;

    private AddressWords() {}

    /** Adds the bytes of an address and returns its code. */
    public static int add(Address address, WordBuffer target) {
        String text = address.value();
        if (text.isEmpty()) {
            return NONE;
        }
        if (isHex(text)) {
            addHex(text, target);
            return HEX;
        }
        return target.addId("address", text);
    }

    /** How many words the bytes of an address take. */
    public static int wordCount(int code) {
        return Words.wordCount(byteCount(code));
    }

    /** The hash of an address as a key. */
    public static int hash(Keys keys, long[] words, int at, int code) {
        return keys.of(words, at, wordCount(code), code);
    }

    /** The hash of an address and a number as a key. */
    public static int hash(Keys keys, long[] words, int at, int code, long number) {
        return keys.of(words, at, wordCount(code), code, number);
    }

    /** Whether two addresses are the same. */
    public static boolean isSame(
            long[] one, int oneAt, int oneCode, long[] other, int otherAt, int otherCode) {
        if (oneCode != otherCode) {
            return false;
        }
        for (int i = 0; i < wordCount(oneCode); i++) {
            if (one[oneAt + i] != other[otherAt + i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether an address is the one of a code and of bytes. Allocates nothing. */
    public static boolean isSame(long[] words, int at, int code, Address address) {
        String text = address.value();
        if (code != HEX) {
            return Words.isUtf8Of(words, at, code, text);
        }
        if (text.length() != HEX_CHARS || text.charAt(0) != '0' || text.charAt(1) != 'x') {
            return false;
        }
        for (int i = 0; i < HEX_BYTES; i++) {
            int value = digit(text.charAt(2 + 2 * i)) << 4 | digit(text.charAt(3 + 2 * i));
            if (value != Words.byteAt(words, at, i)) {
                return false;
            }
        }
        return true;
    }

    /** Makes an address of its bytes; allocates it. */
    public static Address decode(long[] words, int at, int code) {
        return switch (code) {
            case NONE -> Address.NONE;
            case HEX -> Address.of(hexText(words, at));
            default -> Address.of(Words.toText(words, at, code));
        };
    }

    private static int byteCount(int code) {
        return code == HEX ? HEX_BYTES : code;
    }

    /** An address keeps hex in lower case, so no other digits come. */
    private static boolean isHex(String text) {
        if (text.length() != HEX_CHARS || text.charAt(0) != '0' || text.charAt(1) != 'x') {
            return false;
        }
        for (int i = 2; i < HEX_CHARS; i++) {
            if (digit(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static void addHex(String text, WordBuffer target) {
        long word = 0;
        for (int i = 0; i < HEX_BYTES; i++) {
            long value = digit(text.charAt(2 + 2 * i)) << 4 | digit(text.charAt(3 + 2 * i));
            word |= value << ((i & 7) << 3);
            if ((i & 7) == 7) {
                target.add(word);
                word = 0;
            }
        }
        target.add(word);
    }

    private static String hexText(long[] words, int at) {
        StringBuilder text = new StringBuilder(HEX_CHARS).append("0x");
        for (int i = 0; i < HEX_BYTES; i++) {
            int value = Words.byteAt(words, at, i);
            text.append(Character.forDigit(value >>> 4, 16));
            text.append(Character.forDigit(value & 0xF, 16));
        }
        return text.toString();
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
