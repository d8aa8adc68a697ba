package io.strait.bench.contestant;

/** A producer's block update lay on the wrong side of the chain's last processed block. */
final class RefusedUpdateException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    RefusedUpdateException(String message) {
        super(message);
    }
}
