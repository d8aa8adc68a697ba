package io.strait.tool;

/** A checkpoint is not of the journal that is there. */
final class OtherStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherStateException(String message, long position) {
        super(message + ": position=" + position);
    }
}
