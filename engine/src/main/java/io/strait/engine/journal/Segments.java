package io.strait.engine.journal;

import static io.strait.engine.journal.FrameLayout.SECTOR_BYTES;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The files of segments: how they come to be. */
final class Segments {
    private static final String TEMPORARY = "journal.tmp";
    private static final int STEP_SECTORS = 2_048;

    private final Disk disk;

    /** Zeros, but while a segment is copied. */
    private final ByteBuffer step = ByteBuffer.allocateDirect(STEP_SECTORS * SECTOR_BYTES);

    Segments(Disk disk) {
        this.disk = disk;
    }

    /** Throws away what a crash has left of a segment that was not ready. */
    void clean() throws IOException {
        if (disk.names().contains(TEMPORARY)) {
            disk.delete(TEMPORARY);
        }
    }

    /** A segment of zeros. It is there after a crash, whole, or it is not there. */
    DiskFile prepare(long number, long sectors) throws IOException {
        try (DiskFile file = disk.create(TEMPORARY)) {
            long size = sectors * SECTOR_BYTES;
            for (long at = 0; at < size; at += step.capacity()) {
                step.clear().limit((int) Math.min(step.capacity(), size - at));
                file.write(step, at);
            }
            file.force();
        }
        return publish(number);
    }

    /** Replaces a segment by a new file that has only its first sectors. */
    void truncate(long number, long sectors) throws IOException {
        ByteBuffer copied = ByteBuffer.allocateDirect(step.capacity());
        try (DiskFile from = disk.openToRead(SegmentLayout.name(number));
                DiskFile file = disk.create(TEMPORARY)) {
            long size = sectors * SECTOR_BYTES;
            for (long at = 0; at < size; at += copied.capacity()) {
                copied.clear().limit((int) Math.min(copied.capacity(), size - at));
                from.read(copied, at);
                copied.flip();
                file.write(copied, at);
            }
            file.force();
        }
        publish(number).close();
    }

    /** Gives up a segment of which a crash has left nothing that counts. */
    void delete(long number) throws IOException {
        disk.delete(SegmentLayout.name(number));
        disk.forceNames();
    }

    private DiskFile publish(long number) throws IOException {
        disk.rename(TEMPORARY, SegmentLayout.name(number));
        disk.forceNames();
        return disk.open(SegmentLayout.name(number));
    }
}
