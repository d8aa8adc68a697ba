package io.strait.tool;

/** A command whose frame checks, and whose words nobody understands. */
final class MalformedCommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedCommandException(long position, RuntimeException cause) {
        super("a command makes no sense: position=" + position + ": " + cause, cause);
    }
}
