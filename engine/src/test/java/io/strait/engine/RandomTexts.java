package io.strait.engine;

import java.util.SplittableRandom;

/** Random texts: short and as long as may be, of characters with one to four bytes each. */
public final class RandomTexts {
    private static final int[] ODD_CODE_POINTS = {
        0, '\t', ' ', 0x7F, 0x80, 0x7FF, 0x800, 0x2003, 0xD7FF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFF,
        0x10000, 0x1F600, 0x10FFFF
    };

    private final SplittableRandom random;

    public RandomTexts(SplittableRandom random) {
        this.random = random;
    }

    /** Not blank, 1 to 128 bytes. */
    public String id() {
        String text = text(length(1, 127));
        return text.isBlank() ? text + "x" : text;
    }

    /** Hex whose case is mixed, or any id. */
    public String hash() {
        if (random.nextInt(3) == 0) {
            return id();
        }
        StringBuilder hex = new StringBuilder(random.nextBoolean() ? "0x" : "0X");
        int digits = length(1, 126);
        for (int i = 0; i < digits; i++) {
            hex.append("0123456789abcdefABCDEF".charAt(random.nextInt(22)));
        }
        return hex.toString();
    }

    /** At most this many bytes, often none. */
    String optionalText(int maxBytes) {
        return text(random.nextInt(4) == 0 ? 0 : length(1, maxBytes));
    }

    byte[] bytes(int maxBytes) {
        byte[] bytes = new byte[length(0, maxBytes)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Each end is as likely as everything in between. */
    private int length(int min, int max) {
        return switch (random.nextInt(6)) {
            case 0 -> min;
            case 1 -> max;
            default -> min + random.nextInt(Math.min(max - min, 24) + 1);
        };
    }

    /** Exactly so many bytes. */
    private String text(int byteCount) {
        boolean ascii = random.nextBoolean();
        StringBuilder text = new StringBuilder();
        int left = byteCount;
        while (left > 0) {
            int codePoint = ascii ? ' ' + random.nextInt(95) : codePoint();
            int length = lengthOf(codePoint);
            if (length <= left) {
                text.appendCodePoint(codePoint);
                left -= length;
            }
        }
        return text.toString();
    }

    private int codePoint() {
        if (random.nextInt(3) == 0) {
            return ODD_CODE_POINTS[random.nextInt(ODD_CODE_POINTS.length)];
        }
        int bits = new int[] {7, 11, 16, 20}[random.nextInt(4)];
        int codePoint = random.nextInt(1 << bits);
        boolean surrogate = codePoint >= 0xD800 && codePoint < 0xE000;
        return surrogate ? 'x' : codePoint;
    }

    private static int lengthOf(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
