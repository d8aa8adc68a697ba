package io.strait.engine.journal;

import static io.strait.engine.journal.FrameLayout.SECTOR_BYTES;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Writes commands behind the end of a journal. Writer thread only; allocates only where a segment
 * is full. What it throws ends it: nothing is written or forced a second time.
 */
final class JournalWriter implements Closeable {
    private final Segments segments;
    private final long segmentSectors;
    private final FrameWriter frame;
    private final ByteBuffer header =
            ByteBuffer.allocateDirect(SECTOR_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C crc = new CRC32C();

    private DiskFile file;
    private long number;
    private long sectorCount;

    /** The next sector of the segment that a frame may take. */
    private long sector;

    /** Before which sector all is on stable storage. */
    private long forced;

    private long position;

    /** What {@link #close} goes back to. */
    private long committed;

    private int check;

    /** While it writes, and for ever if that failed. */
    private boolean isBroken;

    /**
     * A writer, with a segment of its own.
     *
     * @param segmentBytes how long segments are, in bytes, a multiple of 512
     * @param frameBytes how long frames are at most, in bytes, a multiple of 512, unless a command
     *     is longer
     */
    JournalWriter(Disk disk, JournalEnd end, long segmentBytes, int frameBytes) throws IOException {
        segments = new Segments(disk);
        segmentSectors = segmentBytes / SECTOR_BYTES;
        frame = new FrameWriter(frameBytes / SECTOR_BYTES);
        position = end.position();
        committed = position;
        check = end.check();
        number = end.segment();
        frame.begin(position + 1);
        openNext(0);
    }

    /** Takes the next command. It is in a file after {@link #write}. */
    void append(int opcode, int argument, long timeMs, long[] words, int at, int wordCount)
            throws IOException {
        requireNotBroken();
        if (!frame.hasRoomFor(wordCount)) {
            write();
        }
        frame.add(opcode, argument, timeMs, words, at, wordCount);
        position++;
    }

    /** What became of the command that was taken last. */
    void outcome(int code) {
        frame.outcome(code);
    }

    /** What was taken so far is a whole batch, and stays. */
    void commit() {
        frame.mark();
        committed = position;
    }

    /** Writes what was taken. It survives the end of the process, not that of the machine. */
    void write() throws IOException {
        if (!frame.isEmpty()) {
            begin();
            writeFrame();
            isBroken = false;
        }
    }

    /** Writes what was taken, and puts all on stable storage. */
    void force() throws IOException {
        write();
        if (forced < sector) {
            begin();
            forceFile();
            isBroken = false;
        }
    }

    /**
     * Puts what was committed on stable storage, and notes that nothing follows; only closes if it
     * is broken. What was taken since is given up: the engine may have failed over it.
     */
    @Override
    public void close() throws IOException {
        try {
            if (!isBroken) {
                frame.rewind();
                position = committed;
                force();
                begin();
                writeFrame();
                forceFile();
            }
        } finally {
            file.close();
        }
    }

    /** What the last step left undone cannot be done again: nobody knows how much of it was. */
    private void begin() {
        requireNotBroken();
        isBroken = true;
    }

    private void requireNotBroken() {
        if (isBroken) {
            throw new IllegalStateException("the journal is broken");
        }
    }

    private void writeFrame() throws IOException {
        int sectors = frame.sectorCount();
        if (sector + sectors > sectorCount) {
            forceFile();
            file.close();
            openNext(sectors);
        }
        file.write(frame.finish(check, (int) forced), sector * SECTOR_BYTES);
        sector += sectors;
        check = frame.check();
        frame.begin(position + 1);
        committed = position;
    }

    private void forceFile() throws IOException {
        file.force();
        forced = sector;
    }

    private void openNext(int sectors) throws IOException {
        number++;
        sectorCount = Math.max(segmentSectors, SegmentLayout.HEADER_SECTORS + sectors);
        file = segments.prepare(number, sectorCount);
        SegmentLayout.put(header, number, frame.firstPosition(), check, crc);
        file.write(header, 0);
        sector = SegmentLayout.HEADER_SECTORS;
        forced = 0;
    }
}
