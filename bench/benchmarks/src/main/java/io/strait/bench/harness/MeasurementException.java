package io.strait.bench.harness;

/**
 * Something that was to be measured was not. Its message tells in a line what, and how it ended:
 * the user is shown that and no trace.
 */
public final class MeasurementException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a message for the user. */
    public MeasurementException(String message) {
        super(message);
    }

    /** With a message for the user, and the cause. */
    public MeasurementException(String message, Throwable cause) {
        super(message, cause);
    }
}
