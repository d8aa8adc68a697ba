package io.strait.engine.journal;

/**
 * What a segment was found to hold.
 *
 * @param version of its format; 0 where nothing was written
 * @param firstPosition of its first command, or that which it would have
 * @param lastPosition of its last command; the one before the first without any
 * @param endBytes where what is whole of it ends, an offset in the file
 * @param tornBytes how many bytes behind that are torn, or were being written
 * @param isClosed whether it says that the engine was closed
 */
public record InspectedSegment(
        String file,
        long version,
        long firstPosition,
        long lastPosition,
        long endBytes,
        long tornBytes,
        boolean isClosed) {
    /** Whether it was prepared, and never written. */
    public boolean isUnused() {
        return endBytes == 0 && tornBytes == 0;
    }
}
