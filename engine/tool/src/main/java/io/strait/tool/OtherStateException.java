package io.strait.tool;

/** A replay leads to another state than a checkpoint holds. */
final class OtherStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherStateException(long position) {
        super("a replay leads to another state than the checkpoint holds: position=" + position);
    }
}
