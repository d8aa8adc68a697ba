package io.strait.api.internal;

import io.strait.api.error.InvalidArgumentException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Argument checks: each returns what it was given, or throws naming the argument and its value. */
public final class Require {
    /** The longest id, bytes of UTF-8. */
    public static final int MAX_ID_BYTES = 128;

    /** The longest free text (labels, endpoints, error texts), bytes of UTF-8. */
    public static final int MAX_TEXT_BYTES = 4096;

    /** The largest unsigned 32-bit number. */
    public static final long MAX_UINT32 = 0xFFFF_FFFFL;

    /** What errors show in place of a secret. */
    public static final String HIDDEN = "(not shown)";

    private static final int MAX_BYTES_PER_CHAR = 3;
    private static final Duration MAX_DURATION = Duration.ofNanos(Long.MAX_VALUE);

    private Require() {}

    /**
     * Checks for null.
     *
     * @param <T> the argument's type
     * @param name the argument's name
     * @param value the argument
     * @return the argument
     */
    public static <T> T notNull(String name, T value) {
        if (value == null) {
            throw new InvalidArgumentException(name, null, "must not be null");
        }
        return value;
    }

    /**
     * Checks an id: not blank, well-formed, 1 to {@value #MAX_ID_BYTES} bytes of UTF-8.
     *
     * @param name the argument's name
     * @param value the argument
     * @return the argument
     */
    public static String id(String name, String value) {
        notNull(name, value);
        if (value.isBlank()) {
            throw new InvalidArgumentException(name, "'" + value + "'", "must not be blank");
        }
        return utf8(name, value, MAX_ID_BYTES);
    }

    /**
     * Checks a free text: may be empty, well-formed, at most {@value #MAX_TEXT_BYTES} bytes of
     * UTF-8.
     *
     * @param name the argument's name
     * @param value the argument
     * @return the argument
     */
    public static String text(String name, String value) {
        return utf8(name, notNull(name, value), MAX_TEXT_BYTES);
    }

    /**
     * Checks a text that may be a secret: as {@link #text}, but no error shows it.
     *
     * @param name the argument's name
     * @param value the argument
     * @return the argument
     */
    public static String secret(String name, String value) {
        return utf8(name, notNull(name, value), HIDDEN, MAX_TEXT_BYTES);
    }

    /**
     * Checks an optional id: empty, or as {@link #id}.
     *
     * @param name the argument's name
     * @param value the argument
     * @return the argument
     */
    public static String idOrEmpty(String name, String value) {
        return notNull(name, value).isEmpty() ? value : id(name, value);
    }

    /**
     * Checks a number that may not be negative.
     *
     * @param name the argument's name
     * @param value the argument
     * @return the argument
     */
    public static long notNegative(String name, long value) {
        if (value < 0) {
            throw new InvalidArgumentException(name, value, "must not be negative");
        }
        return value;
    }

    /**
     * Checks a number against a range.
     *
     * @param name the argument's name
     * @param value the argument
     * @param min the smallest value allowed
     * @param max the largest value allowed
     * @return the argument
     */
    public static long inRange(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new InvalidArgumentException(
                    name, value, "must lie between " + min + " and " + max);
        }
        return value;
    }

    /**
     * Checks a number that is an unsigned 32-bit integer elsewhere.
     *
     * @param name the argument's name
     * @param value the argument
     * @return the argument
     */
    public static long uint32(String name, long value) {
        return inRange(name, value, 0, MAX_UINT32);
    }

    /**
     * Checks a duration: positive, and short enough to be counted in nanoseconds.
     *
     * @param name the argument's name
     * @param value the argument
     * @return the argument
     */
    public static Duration positive(String name, Duration value) {
        notNull(name, value);
        if (value.isNegative() || value.isZero() || value.compareTo(MAX_DURATION) > 0) {
            throw new InvalidArgumentException(
                    name, value, "must be positive and at most 2^63-1 nanoseconds");
        }
        return value;
    }

    /**
     * Checks a moment: not before 1970, and countable in milliseconds.
     *
     * @param name the argument's name
     * @param value the argument
     * @return milliseconds since 1970-01-01 UTC; what is finer is dropped
     */
    public static long millis(String name, Instant value) {
        notNull(name, value);
        long ms;
        try {
            ms = value.toEpochMilli();
        } catch (ArithmeticException e) {
            throw new InvalidArgumentException(name, value, "must be countable in milliseconds");
        }
        if (ms < 0) {
            throw new InvalidArgumentException(name, value, "must not lie before 1970");
        }
        return ms;
    }

    /**
     * Checks a list for null, itself and its elements, and copies it.
     *
     * @param <T> the elements' type
     * @param name the argument's name
     * @param values the argument
     * @return an immutable copy
     */
    public static <T> List<T> copyOf(String name, List<T> values) {
        try {
            return List.copyOf(notNull(name, values));
        } catch (NullPointerException e) {
            // Judged by the copy, because the list may change while it is looked at.
            throw new InvalidArgumentException(name + "[]", null, "must not be null");
        }
    }

    private static String utf8(String name, String value, int maxBytes) {
        return utf8(name, value, value, maxBytes);
    }

    private static String utf8(String name, String value, String shown, int maxBytes) {
        int byteCount = utf8Length(value);
        if (byteCount < 0) {
            throw new InvalidArgumentException(name, shown, "has an unpaired surrogate");
        }
        if (byteCount > maxBytes) {
            throw new InvalidArgumentException(
                    name, shown, "has " + byteCount + " bytes, at most " + maxBytes + " fit");
        }
        return value;
    }

    /** The length in bytes, or -1 when the text has no UTF-8 form. */
    private static int utf8Length(String value) {
        int byteCount = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                byteCount++;
            } else if (c < 0x800) {
                byteCount += 2;
            } else if (!Character.isSurrogate(c)) {
                byteCount += MAX_BYTES_PER_CHAR;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                byteCount += 4;
                i++;
            } else {
                return -1;
            }
        }
        return byteCount;
    }
}
