package io.strait.engine.flat;

/** The writer has used again what a reader was looking at: read at a newer position. */
public final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OvertakenException() {
        super("overtaken", null, false, false);
    }
}
