package io.strait.engine.journal;

/**
 * Where a journal ends, and the next frame is chained to it.
 *
 * @param segment the number of its last segment; 0 without one
 * @param position of its last command; 0 without one
 * @param check of its last frame; 0 without one
 * @param tornBytes how many bytes of a torn tail were cut off
 * @param byteCount how many bytes were read to get there
 */
public record JournalEnd(long segment, long position, int check, long tornBytes, long byteCount) {
    /** Of no journal. */
    public static final JournalEnd NOTHING = new JournalEnd(0, 0, 0, 0, 0);
}
