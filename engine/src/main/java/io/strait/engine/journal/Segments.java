package io.strait.engine.journal;

import static io.strait.engine.journal.FrameLayout.SECTOR_BYTES;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

/** The files of segments: how they come to be. */
final class Segments {
    private static final String TEMPORARY = "journal.tmp";

    /**
     * What is written at once is forced at once, or the journal's next force would wait for all.
     */
    private static final int STEP_SECTORS = 2_048;

    private final Disk disk;

    Segments(Disk disk) {
        this.disk = disk;
    }

    /** Throws away what a crash has left of a segment that was not ready. */
    void clean() throws IOException {
        if (disk.names().contains(TEMPORARY)) {
            disk.delete(TEMPORARY);
        }
    }

    /**
     * A segment of zeros. It is there after a crash, whole, or it is not there.
     *
     * @param isNeeded asked now and then
     * @return null when it is not needed any more
     */
    DiskFile prepare(long number, long sectors, BooleanSupplier isNeeded) throws IOException {
        boolean isFilled = false;
        try {
            isFilled = fill(sectors, isNeeded);
        } finally {
            if (!isFilled) {
                clean();
            }
        }
        return isFilled ? publish(number) : null;
    }

    private boolean fill(long sectors, BooleanSupplier isNeeded) throws IOException {
        ByteBuffer zeros = step(sectors);
        clean();
        try (DiskFile file = disk.create(TEMPORARY)) {
            long size = sectors * SECTOR_BYTES;
            for (long at = 0; at < size; at += zeros.capacity()) {
                if (!isNeeded.getAsBoolean()) {
                    return false;
                }
                zeros.clear().limit((int) Math.min(zeros.capacity(), size - at));
                file.write(zeros, at);
                file.force();
            }
        }
        return true;
    }

    /** Replaces a segment by a new file that has only its first sectors. */
    void truncate(long number, long sectors) throws IOException {
        ByteBuffer copied = step(sectors);
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

    private static ByteBuffer step(long sectors) {
        return ByteBuffer.allocateDirect((int) Math.min(sectors, STEP_SECTORS) * SECTOR_BYTES);
    }

    private DiskFile publish(long number) throws IOException {
        disk.rename(TEMPORARY, SegmentLayout.name(number));
        disk.forceNames();
        return disk.open(SegmentLayout.name(number));
    }
}
