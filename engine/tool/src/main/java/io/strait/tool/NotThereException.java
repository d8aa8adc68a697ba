package io.strait.tool;

/** What was asked for is not in the journal. */
final class NotThereException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotThereException(String message) {
        super(message);
    }
}
