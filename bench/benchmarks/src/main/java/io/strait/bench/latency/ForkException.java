package io.strait.bench.latency;

/** A JVM that was to measure something did not. Its message tells which, and how it ended. */
final class ForkException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ForkException(String message) {
        super(message);
    }

    ForkException(String message, Throwable cause) {
        super(message, cause);
    }
}
