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
 * Reads segments, one after the other, and changes nothing. It tells what is torn, and refuses what
 * is damaged: nothing is read past that. For one thread.
 */
final class SegmentScan {
    private final Disk disk;
    private final SegmentReader reader = new SegmentReader();
    private final TornTail tail = new TornTail(reader);
    private final FrameReader frames = new FrameReader();
    private final CRC32C crc = new CRC32C();

    /** Where what was read so far ends. */
    private long position;

    private int check;

    /** Behind what commands are handed on. */
    private JournalEnd start = JournalEnd.NOTHING;

    /** At which position to stop, between two frames. */
    private long stopAt = Long.MAX_VALUE;

    /** Whether the frame that was read last says that nobody writes behind it. */
    private boolean isClosed;

    private long version;
    private long readSectors;
    private long tornBytes;

    SegmentScan(Disk disk) {
        this.disk = disk;
    }

    /** Hands on only what is behind a place, and reads no segment before its one. */
    void startAt(JournalEnd place) {
        start = place;
    }

    /** The numbers of all segments, in their order, from the one on in which it starts. */
    List<Long> numbers() throws IOException {
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

    /** Whether a segment was prepared, and never written. */
    boolean isUnused(long number) throws IOException {
        try (DiskFile file = disk.openToRead(SegmentLayout.name(number))) {
            reader.open(file);
            return tail.isNothing(0);
        }
    }

    /** Reads no frame behind the one that leads to a position. */
    void stopAt(long last) {
        stopAt = last;
    }

    /** As {@link #scan} with nobody to hand commands to; goes back to where the scan was. */
    long lookThrough(long number) throws IOException {
        long positionBefore = position;
        int checkBefore = check;
        long end = scan(number, 0, true, Replay.NOBODY);
        position = positionBefore;
        check = checkBefore;
        return end;
    }

    /**
     * Hands on the commands of a segment, and tells in which sector they end.
     *
     * @param from the sector to go on at, where a scan of this segment has ended; 0 to begin
     * @param isLast whether a crash may have torn it
     */
    long scan(long number, long from, boolean isLast, Replay replay) throws IOException {
        String name = SegmentLayout.name(number);
        tornBytes = 0;
        try (DiskFile file = disk.openToRead(name)) {
            reader.open(file);
            long sector = from;
            if (sector > 0 || hasHeader(number, name)) {
                sector = Math.max(sector, SegmentLayout.HEADER_SECTORS);
                replay.limits(SegmentLayout.limits(reader.window(), reader.seek(0, 1)));
                while (position < stopAt && hasFrame(sector)) {
                    sector += read(sector, name, replay);
                }
            }
            boolean isAll = position < stopAt;
            if (isAll && sector < reader.sectorCount() && !tail.isNothing(sector)) {
                if (!isLast || !tail.isTorn(sector)) {
                    throw damaged(name, sector, "the journal is damaged");
                }
                tornBytes = (tail.end(sector) - sector) * SECTOR_BYTES;
            }
            return sector;
        }
    }

    /** Of the last command that was handed on. */
    long position() {
        return position;
    }

    /** Of the last frame. */
    int check() {
        return check;
    }

    /** Whether the segment that was read last says that the engine was closed. */
    boolean isClosed() {
        return isClosed;
    }

    /** Of the format of the segment that was read last; 0 where nothing says it. */
    long version() {
        return version;
    }

    /** How many bytes the segment has that was read last; a part of a sector does not count. */
    long segmentBytes() {
        return reader.sectorCount() * SECTOR_BYTES;
    }

    /** How many bytes behind the end of the segment that was read last a crash has torn. */
    long tornBytes() {
        return tornBytes;
    }

    /** How many bytes of frames were read. */
    long readBytes() {
        return readSectors * SECTOR_BYTES;
    }

    /** Whether the header is there; false when it is all zeros. */
    private boolean hasHeader(long number, String name) throws IOException {
        if (reader.sectorCount() == 0) {
            throw damaged(name, 0, "a segment is cut off");
        }
        version = 0;
        isClosed = false;
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
        version = SegmentLayout.version(window, at);
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
        if (!frames.read(window, at, isBefore ? Replay.NOBODY : replay)) {
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
        readSectors += sectors;
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

    private long firstNumber() {
        return Math.max(1, start.segment());
    }

    private static StorageDamagedException damaged(String name, long sector, String what) {
        return new StorageDamagedException(name, sector * SECTOR_BYTES, what);
    }
}
