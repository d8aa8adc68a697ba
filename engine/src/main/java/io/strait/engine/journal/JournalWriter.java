package io.strait.engine.journal;

import static io.strait.engine.journal.FrameLayout.SECTOR_BYTES;

import io.strait.api.Limits;
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
    /** For the frame without commands that says that nothing follows. */
    private static final int CLOSING_SECTORS = 1;

    private final SegmentSupply supply;
    private final Limits limits;
    private final long segmentSectors;
    private final FrameWriter frame;
    private final ByteBuffer header =
            ByteBuffer.allocateDirect(SECTOR_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C crc = new CRC32C();

    /** Null before the first frame. */
    private DiskFile file;

    private long sectorCount;

    /** The next sector of the segment that a frame may take. */
    private long sector;

    /** Before which sector all is on stable storage. */
    private long forced;

    private long writtenSectors;
    private long position;

    /** What {@link #close} goes back to. */
    private long committed;

    private int check;

    /** While it writes, and for ever if that failed. */
    private boolean isBroken;

    /**
     * A writer, which begins a segment of its own.
     *
     * @param limits under which what is appended is applied
     * @param segmentBytes how long segments are, in bytes, a multiple of 512, unless a command is
     *     longer
     * @param frameBytes how long frames are at most, in bytes, a multiple of 512, unless a command
     *     is longer
     */
    JournalWriter(
            SegmentSupply supply,
            JournalEnd end,
            Limits limits,
            long segmentBytes,
            int frameBytes) {
        this.limits = limits;
        this.supply = supply;
        segmentSectors = segmentBytes / SECTOR_BYTES;
        frame = new FrameWriter(frameBytes / SECTOR_BYTES);
        position = end.position();
        committed = position;
        check = end.check();
        frame.begin(position + 1);
        supply.want(end.segment() + 1, segmentSectors);
    }

    /**
     * Whether there is room for a command of so many words, and to close behind it; waits until
     * that is known. To be asked before each command is appended.
     */
    boolean reserve(int wordCount) throws IOException {
        requireNotBroken();
        if (!frame.hasRoomFor(wordCount) || leastSegment(wordCount) > segmentSectors) {
            // What is in it counts on a segment of the usual length.
            write();
        }
        boolean fits = sector + frame.sectorCountWith(wordCount) + CLOSING_SECTORS <= sectorCount;
        return (file != null && fits || supply.awaitOne(leastSegment(wordCount), segmentSectors))
                && frame.tryReserve(wordCount);
    }

    /** How many sectors a segment needs that begins with the frame, a command longer. */
    private long leastSegment(int wordCount) {
        return SegmentLayout.HEADER_SECTORS
                + (long) frame.sectorCountWith(wordCount)
                + CLOSING_SECTORS;
    }

    /** Takes the next command, for which there is room. It is in a file after {@link #write}. */
    void append(int opcode, int argument, long timeMs, long[] words, int at, int wordCount) {
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

    /** How many bytes frames have taken since this began. */
    long writtenBytes() {
        return writtenSectors * SECTOR_BYTES;
    }

    /** Where what is written ends; nothing is left to be written. */
    JournalEnd end() {
        return new JournalEnd(supply.number() - 1, position, check, 0, 0);
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
                writeEnd();
            }
        } finally {
            try {
                supply.close();
            } finally {
                if (file != null) {
                    file.close();
                }
            }
        }
    }

    private void writeEnd() throws IOException {
        if (file != null) {
            begin();
            writeFrame();
            forceFile();
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
        if (file == null || sector + sectors > sectorCount) {
            openNext();
        }
        file.write(frame.finish(check, (int) forced), sector * SECTOR_BYTES);
        sector += sectors;
        writtenSectors += sectors;
        check = frame.check();
        frame.begin(position + 1);
        committed = position;
    }

    private void forceFile() throws IOException {
        file.force();
        forced = sector;
    }

    private void openNext() throws IOException {
        if (file != null) {
            forceFile();
            file.close();
        }
        file = supply.take();
        sectorCount = supply.sectorCount();
        SegmentLayout.put(header, supply.number(), frame.firstPosition(), check, limits, crc);
        file.write(header, 0);
        sector = SegmentLayout.HEADER_SECTORS;
        forced = 0;
        supply.want(supply.number() + 1, segmentSectors);
    }
}
