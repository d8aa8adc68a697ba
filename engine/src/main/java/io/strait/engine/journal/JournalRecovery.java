package io.strait.engine.journal;

import static io.strait.engine.journal.FrameLayout.SECTOR_BYTES;

import io.strait.api.error.StorageDamagedException;
import io.strait.api.error.StorageVersionException;
import java.io.IOException;
import java.util.List;

/**
 * Reads a journal back: all of its frames, in their order. What a crash has torn is cut off. What
 * is damaged is refused, and nothing is read past it. For one thread, before anything is written.
 */
public final class JournalRecovery {
    private final Disk disk;
    private final Segments segments;
    private final SegmentScan scan;
    private long tornBytes;
    private long byteCount;

    /** The journal of a directory. */
    public JournalRecovery(Disk disk) {
        this.disk = disk;
        segments = new Segments(disk);
        scan = new SegmentScan(disk);
    }

    /**
     * Reads all of it, or what is behind a place that a checkpoint knows. What is handed on is on
     * stable storage, also where whoever wrote it had not forced it yet: the files show that after
     * a crash, and might not after the next one.
     *
     * @throws StorageDamagedException when it is damaged
     * @throws StorageVersionException when it is of a newer version
     * @throws IOException when it cannot be read, which is no end of it, or not be secured
     */
    public JournalEnd recover(JournalEnd from, Replay replay) throws IOException {
        scan.startAt(from);
        segments.clean();
        List<Long> numbers = scan.numbers();
        dropUnused(numbers);
        int last = numbers.size() - 1;
        for (int i = 0; i < last; i++) {
            byteCount += scan.scan(numbers.get(i), 0, false, replay) * SECTOR_BYTES;
        }
        if (last >= 0 && !secure(numbers.get(last))) {
            numbers.remove(last);
        } else if (last >= 0) {
            byteCount += scan.scan(numbers.get(last), 0, true, replay) * SECTOR_BYTES;
        }
        if (scan.position() < from.position()) {
            throw new StorageDamagedException(
                    SegmentLayout.name(from.segment()),
                    0,
                    "the journal ends before the checkpoint, position=" + from.position());
        }
        return new JournalEnd(
                numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1),
                scan.position(),
                scan.check(),
                tornBytes,
                byteCount);
    }

    /** Segments that were prepared, and never written. */
    private void dropUnused(List<Long> numbers) throws IOException {
        int last = numbers.size() - 1;
        while (last >= 0 && scan.isUnused(numbers.get(last))) {
            segments.delete(numbers.remove(last));
            last--;
        }
    }

    /**
     * Puts on stable storage what counts of the last segment, by a copy, since the system may think
     * that it has written what it failed to write; tells whether anything counts.
     */
    private boolean secure(long number) throws IOException {
        long end = scan.lookThrough(number);
        tornBytes = scan.tornBytes();
        if (end <= SegmentLayout.HEADER_SECTORS) {
            segments.delete(number);
            return false;
        }
        if (!scan.isClosed()) {
            segments.truncate(number, end);
        } else if (end < scan.segmentBytes() / SECTOR_BYTES) {
            shorten(number, end);
        }
        return true;
    }

    /** It is stored as it is; what it does not use may go, if there is room for the copy. */
    private void shorten(long number, long end) throws IOException {
        try {
            segments.truncate(number, end);
        } catch (IOException e) {
            if (!disk.isFull(e)) {
                throw e;
            }
            segments.clean();
        }
    }
}
