package io.strait.engine.state;

/** The writer has used again what a live reader was looking at: read at a newer position. */
public final class InvalidatedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidatedException() {
        super("invalidated", null, false, false);
    }
}
