package io.strait.api.error;

/**
 * A write of the journal has another outcome now than when it was written. The engine's rules, or
 * its memory, are at fault. Nothing that counts was changed.
 */
public final class ReplayMismatchException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final long position;

    /**
     * Creates the exception.
     *
     * @param position the write's position
     * @param recorded what became of it then, as a {@link ResultCode#code()}
     * @param replayed what becomes of it now
     */
    public ReplayMismatchException(long position, int recorded, int replayed) {
        super(
                "a replay has another outcome: position="
                        + position
                        + " recorded="
                        + recorded
                        + " replayed="
                        + replayed,
                null);
        this.position = position;
    }

    /**
     * Which write.
     *
     * @return its position
     */
    public long position() {
        return position;
    }
}
