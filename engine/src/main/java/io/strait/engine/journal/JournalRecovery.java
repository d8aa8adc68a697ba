package io.strait.engine.journal;

import static io.strait.engine.journal.FrameLayout.SECTOR_BYTES;

import io.strait.api.error.StorageDamagedException;
import io.strait.api.error.StorageVersionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Reads a journal back: all of its frames, in their order. What a crash has torn is cut off. What
 * is damaged is refused, and nothing is read past it. For one thread, before anything is written.
 */
public final class JournalRecovery {
    private static final Replay NOBODY =
            (p, opcode, argument, timeMs, code, words, at, count) -> {};

    private final Disk disk;
    private final Segments segments;
    private final SegmentReader reader = new SegmentReader();
    private final TornTail tail = new TornTail(reader);
    private final FrameReader frames = new FrameReader();
    private final CRC32C crc = new CRC32C();

    /** Where what was read so far ends. */
    private long position;

    private int check;

    /** Whether the frame that was read last says that nobody writes behind it. */
    private boolean isClosed;

    private long tornBytes;
    private long byteCount;

    /** Behind what the replay begins. */
    private JournalEnd start = JournalEnd.NOTHING;

    /** The journal of a directory. */
    public JournalRecovery(Disk disk) {
        this.disk = disk;
        this.segments = new Segments(disk);
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
        start = from;
        segments.clean();
        List<Long> numbers = numbers();
        dropUnused(numbers);
        int last = numbers.size() - 1;
        for (int i = 0; i < last; i++) {
            byteCount += scan(numbers.get(i), false, replay) * SECTOR_BYTES;
        }
        if (last >= 0 && !secure(numbers.get(last))) {
            numbers.remove(last);
        } else if (last >= 0) {
            byteCount += scan(numbers.get(last), true, replay) * SECTOR_BYTES;
        }
        if (position < start.position()) {
            throw new StorageDamagedException(
                    SegmentLayout.name(start.segment()),
                    0,
                    "the journal ends before the checkpoint, position=" + start.position());
        }
        return new JournalEnd(
                numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1),
                position,
                check,
                tornBytes,
                byteCount);
    }

    /** From the one on in which it starts. */
    private List<Long> numbers() throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (String name : disk.names()) {
            if (SegmentLayout.number(name) >= firstNumber()) {
                numbers.add(SegmentLayout.number(name));
            }
        }
        numbers.sort(null);
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) != firstNumber() + i) {
                throw new StorageDamagedException(
                        SegmentLayout.name(firstNumber() + i), 0, "a segment is missing");
            }
        }
        return numbers;
    }

    private long firstNumber() {
        return Math.max(1, start.segment());
    }

    /** Segments that were prepared, and never written. */
    private void dropUnused(List<Long> numbers) throws IOException {
        for (int last = numbers.size() - 1; last >= 0; last--) {
            try (DiskFile file = disk.openToRead(SegmentLayout.name(numbers.get(last)))) {
                reader.open(file);
                if (!tail.isNothing(0)) {
                    return;
                }
            }
            segments.delete(numbers.remove(last));
        }
    }

    /**
     * Puts on stable storage what counts of the last segment, by a copy, since the system may think
     * that it has written what it failed to write; tells whether anything counts.
     */
    private boolean secure(long number) throws IOException {
        long positionBefore = position;
        int checkBefore = check;
        long end = scan(number, true, NOBODY);
        position = positionBefore;
        check = checkBefore;
        if (end <= SegmentLayout.HEADER_SECTORS) {
            segments.delete(number);
            return false;
        }
        if (!isClosed) {
            segments.truncate(number, end);
        } else if (end < reader.sectorCount()) {
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

    /** Hands on the commands of a segment, and tells in which sector they end. */
    private long scan(long number, boolean isLast, Replay replay) throws IOException {
        String name = SegmentLayout.name(number);
        try (DiskFile file = disk.openToRead(name)) {
            reader.open(file);
            long sector = 0;
            if (hasHeader(number, name)) {
                sector = SegmentLayout.HEADER_SECTORS;
                replay.limits(SegmentLayout.limits(reader.window(), reader.seek(0, 1)));
                while (hasFrame(sector)) {
                    sector += read(sector, name, replay);
                }
            }
            if (sector < reader.sectorCount() && !tail.isNothing(sector)) {
                if (!isLast || !tail.isTorn(sector)) {
                    throw damaged(name, sector, "the journal is damaged");
                }
                tornBytes += (tail.end(sector) - sector) * SECTOR_BYTES;
            }
            return sector;
        }
    }

    /** Whether the header is there; false when it is all zeros. */
    private boolean hasHeader(long number, String name) throws IOException {
        if (reader.sectorCount() == 0) {
            throw damaged(name, 0, "a segment is cut off");
        }
        if (reader.isZero(0)) {
            return false;
        }
        int at = reader.seek(0, 1);
        ByteBuffer window = reader.window();
        if (!SegmentLayout.isHeader(window, at)) {
            throw damaged(name, 0, "no segment of a journal");
        }
        if (!SegmentLayout.isWhole(window, at, crc)) {
            throw damaged(name, 0, "a segment's header is damaged");
        }
        if (SegmentLayout.version(window, at) > SegmentLayout.VERSION) {
            throw new StorageVersionException(
                    name, SegmentLayout.version(window, at), SegmentLayout.VERSION);
        }
        if (number == start.segment()) {
            // What was before it may be gone.
            position = SegmentLayout.firstPosition(window, at) - 1;
            check = (int) SegmentLayout.checkBefore(window, at);
        }
        if (SegmentLayout.number(window, at) != number
                || SegmentLayout.firstPosition(window, at) != position + 1
                || SegmentLayout.checkBefore(window, at) != check) {
            throw damaged(name, 0, "not the segment that follows the one before");
        }
        return true;
    }

    private boolean hasFrame(long sector) throws IOException {
        if (sector == reader.sectorCount()) {
            return false;
        }
        int at = reader.seek(sector, 1);
        if (!FrameLayout.hasHeader(reader.window(), at, crc)) {
            return false;
        }
        int sectors = FrameLayout.sectorsAt(reader.window(), at);
        if (sectors > reader.sectorCount() - sector) {
            return false;
        }
        at = reader.seek(sector, sectors);
        return FrameLayout.isWhole(reader.window(), at, crc);
    }

    private int read(long sector, String name, Replay replay) throws IOException {
        int sectors = FrameLayout.sectorsAt(reader.window(), reader.seek(sector, 1));
        int at = reader.seek(sector, sectors);
        ByteBuffer window = reader.window();
        if (FrameLayout.firstPosition(window, at) != position + 1
                || FrameLayout.checkBefore(window, at) != check) {
            throw damaged(name, sector, "not the frame that follows the one before");
        }
        int count = FrameLayout.commandCount(window, at);
        boolean isBefore = position < start.position();
        if (!frames.read(window, at, isBefore ? NOBODY : replay)) {
            throw damaged(name, sector, "a frame whose commands make no sense");
        }
        // One without commands says that the journal was closed. It may not be forced itself, so
        // nothing is chained to it.
        isClosed = count == 0;
        if (!isClosed) {
            position += count;
            check = FrameLayout.storedCheck(window, at);
            requireJoined(isBefore, name, sector);
        }
        return sectors;
    }

    /** Where a checkpoint was made, a frame has to end, and that one. */
    private void requireJoined(boolean wasBefore, String name, long sector) {
        boolean isBehind = position > start.position();
        boolean isThere = position == start.position();
        if (wasBefore && (isBehind || isThere && check != start.check())) {
            throw damaged(name, sector, "not the frame that the checkpoint was made behind");
        }
    }

    private static StorageDamagedException damaged(String name, long sector, String what) {
        return new StorageDamagedException(name, sector * SECTOR_BYTES, what);
    }
}
