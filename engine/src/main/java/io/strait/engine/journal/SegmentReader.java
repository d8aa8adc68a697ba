package io.strait.engine.journal;

import static io.strait.engine.journal.FrameLayout.SECTOR_BYTES;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Looks at the sectors of a segment, some of which it has read. For one thread. */
final class SegmentReader {
    private static final int WINDOW_SECTORS = 2_048;

    private DiskFile file;
    private long size;
    private ByteBuffer window = allocate(SECTOR_BYTES);
    private long from;
    private long to;

    SegmentReader() {}

    /** Moves to another segment. */
    void open(DiskFile segment) throws IOException {
        file = segment;
        size = segment.size();
        from = 0;
        to = 0;
        int wanted = (int) Math.min(size, WINDOW_SECTORS * SECTOR_BYTES);
        if (wanted > window.capacity()) {
            window = allocate(wanted);
        }
    }

    /** How many sectors the segment has; a part of one does not count. */
    long sectorCount() {
        return size / SECTOR_BYTES;
    }

    /** What {@link #seek} leads to. */
    ByteBuffer window() {
        return window;
    }

    /**
     * Where in the window a run of sectors begins, which the segment has: valid until the next
     * call.
     */
    int seek(long sector, int count) throws IOException {
        long begin = sector * SECTOR_BYTES;
        long end = begin + (long) count * SECTOR_BYTES;
        if (begin < from || end > to) {
            fill(begin, end);
        }
        return (int) (begin - from);
    }

    /** Whether all bytes of a sector are zero. */
    boolean isZero(long sector) throws IOException {
        int at = seek(sector, 1);
        long all = 0;
        for (int word = 0; word < FrameLayout.SECTOR_WORDS; word++) {
            all |= FrameLayout.word(window, at, word);
        }
        return all == 0;
    }

    private void fill(long begin, long end) throws IOException {
        if (end - begin > window.capacity()) {
            window = allocate(Math.toIntExact(end - begin));
        }
        int length = (int) Math.min(window.capacity(), size - begin);
        // Should the read fail, nothing is there.
        from = 0;
        to = 0;
        window.clear().limit(length);
        file.read(window, begin);
        window.clear();
        from = begin;
        to = begin + length;
    }

    private static ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }
}
