package io.strait.api.error;

/**
 * An argument breaks a rule that can be judged without looking at the state: null, blank, too long,
 * out of range. Thrown at once, on the calling thread, before anything enters the engine.
 */
public final class InvalidArgumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_SHOWN_CHARS = 160;

    private final String name;

    /**
     * Creates the exception; the message reads {@code name=value rule}.
     *
     * @param name the argument's name
     * @param value the offending value; shown shortened when it is long
     * @param rule the rule it breaks, as the end of a sentence
     */
    public InvalidArgumentException(String name, Object value, String rule) {
        super(name + "=" + shown(value) + " " + rule);
        this.name = name;
    }

    /**
     * Which argument it was.
     *
     * @return the argument's name
     */
    public String name() {
        return name;
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() <= MAX_SHOWN_CHARS
                ? text
                : text.substring(0, MAX_SHOWN_CHARS) + "... (" + text.length() + " chars)";
    }
}
