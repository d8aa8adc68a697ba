package io.strait.bench.report;

import java.io.IOException;

/** Results cannot be written or read. Its message tells the user what to mend. */
public final class ResultsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a message that says all. */
    public ResultsException(String message) {
        super(message);
    }

    /** With a message that names the file or folder, and the cause. */
    public ResultsException(String message, IOException cause) {
        super(message + ": " + cause, cause);
    }
}
