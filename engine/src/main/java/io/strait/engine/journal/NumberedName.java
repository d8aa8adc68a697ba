package io.strait.engine.journal;

/** Names of files that bear a number of at least twelve digits, so that they sort by it. */
public final class NumberedName {
    private static final int DIGITS = 12;
    private static final int MOST_DIGITS = 18;

    private final String prefix;
    private final String suffix;

    /** Names with this before the number, and that behind it. */
    public NumberedName(String prefix, String suffix) {
        this.prefix = prefix;
        this.suffix = suffix;
    }

    /** The name with a number. */
    public String of(long number) {
        String digits = Long.toString(number);
        return prefix + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits + suffix;
    }

    /** The number in a name, or -1 if it is none of these. */
    public long number(String name) {
        if (!name.startsWith(prefix) || !name.endsWith(suffix)) {
            return -1;
        }
        String digits = name.substring(prefix.length(), name.length() - suffix.length());
        boolean isNumber = !digits.isEmpty() && digits.length() <= MOST_DIGITS;
        for (int i = 0; i < digits.length(); i++) {
            isNumber &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
        }
        return isNumber && of(Long.parseLong(digits)).equals(name) ? Long.parseLong(digits) : -1;
    }
}
