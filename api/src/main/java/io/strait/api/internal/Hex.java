package io.strait.api.internal;

/** The one rule for {@code 0x} hex: its case does not matter, so it is kept in lower case. */
public final class Hex {
    private Hex() {}

    /**
     * Lower-cases a text that is {@code 0x} or {@code 0X} followed by hex digits only; any other
     * text is returned as it is.
     *
     * @param text any text
     * @return its canonical form
     */
    public static String canonical(String text) {
        if (text.length() < 3 || text.charAt(0) != '0' || (text.charAt(1) | 0x20) != 'x') {
            return text;
        }
        boolean upper = text.charAt(1) == 'X';
        for (int i = 2; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'F') {
                upper = true;
            } else if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return text;
            }
        }
        return upper ? lowerCase(text) : text;
    }

    private static String lowerCase(String hex) {
        char[] chars = hex.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] >= 'A' && chars[i] <= 'X') {
                chars[i] |= 0x20;
            }
        }
        return new String(chars);
    }
}
