package io.strait.engine.journal;

import static io.strait.engine.journal.FrameLayout.COMMANDS;
import static io.strait.engine.journal.FrameLayout.COMMAND_LEAD;
import static io.strait.engine.journal.FrameLayout.SECTOR_BYTES;
import static io.strait.engine.journal.FrameLayout.SECTOR_WORDS;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.zip.CRC32C;

/** A frame that is being put together. For one thread; allocates only for a longer command. */
final class FrameWriter {
    private static final int MOST_BYTES = 1 << 30;

    private final CRC32C crc = new CRC32C();
    private ByteBuffer bytes;
    private LongBuffer words;

    /** Which word comes next. */
    private int next;

    private int commandWords;
    private int commandCount;
    private long firstPosition;

    /** Where the command that was added last begins. */
    private int lastCommand;

    /** What {@link #rewind} goes back to. */
    private int markedNext;

    private int markedWords;
    private int markedCount;

    /** A frame of so many sectors at most, unless one command takes more. */
    FrameWriter(int sectors) {
        allocate(sectors);
    }

    boolean isEmpty() {
        return commandCount == 0;
    }

    /** Whether a command of so many words still fits; the first one always does. */
    boolean hasRoomFor(int wordCount) {
        return commandCount == 0
                || (long) sectorCountWith(wordCount) * SECTOR_BYTES <= bytes.capacity();
    }

    /**
     * Makes room for a command, whatever its length, if the frame is empty; false where there is no
     * memory, or it is longer than a frame can be.
     */
    boolean tryReserve(int wordCount) {
        long byteCount = (long) sectorCountWith(wordCount) * SECTOR_BYTES;
        if (byteCount <= bytes.capacity()) {
            return true;
        }
        if (byteCount > MOST_BYTES) {
            return false;
        }
        try {
            allocate((int) (byteCount / SECTOR_BYTES));
            begin(firstPosition);
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    /** Adds a command that there is room for, whose outcome is not known yet. */
    void add(int opcode, int argument, long timeMs, long[] source, int at, int wordCount) {
        startSector();
        lastCommand = next;
        put(FrameLayout.pair(opcode, wordCount));
        put(argument);
        put(timeMs);
        putAll(source, at, wordCount);
        commandWords += COMMAND_LEAD + wordCount;
        commandCount++;
    }

    /** Notes what became of the command that was added last. */
    void outcome(int code) {
        words.put(lastCommand, words.get(lastCommand) | (code & 0xFFL) << Byte.SIZE);
    }

    /**
     * The frame, to be written.
     *
     * @param checkBefore the check of the frame before it
     * @param forcedSectors how many sectors of the segment are known to be on stable storage
     */
    ByteBuffer finish(int checkBefore, int forcedSectors) {
        while (next % SECTOR_WORDS != 0) {
            words.put(next++, 0);
        }
        words.put(0, FrameLayout.mark(0));
        words.put(FrameLayout.FIRST_POSITION, firstPosition);
        words.put(FrameLayout.COUNTS, FrameLayout.pair(commandCount, commandWords));
        words.put(FrameLayout.BEFORE, FrameLayout.pair(checkBefore, forcedSectors));
        int check = FrameLayout.check(bytes, 0, crc);
        words.put(
                FrameLayout.CHECKS,
                FrameLayout.pair(check, FrameLayout.headerCheck(bytes, 0, crc)));
        return bytes.limit(next * Long.BYTES).position(0);
    }

    /** The check of the frame that is finished. */
    int check() {
        return FrameLayout.storedCheck(bytes, 0);
    }

    /** The position of its first command. */
    long firstPosition() {
        return firstPosition;
    }

    /** How many sectors the frame would take with a command of so many words more. */
    int sectorCountWith(int wordCount) {
        return FrameLayout.sectorCount((long) commandWords + COMMAND_LEAD + wordCount);
    }

    /** How many sectors the frame takes. */
    int sectorCount() {
        return FrameLayout.sectorCount(commandWords);
    }

    /** Begins a frame. */
    void begin(long position) {
        bytes.clear();
        firstPosition = position;
        next = COMMANDS;
        commandWords = 0;
        commandCount = 0;
        mark();
    }

    /** What was added so far stays. */
    void mark() {
        markedNext = next;
        markedWords = commandWords;
        markedCount = commandCount;
    }

    /** Forgets what was added since the mark. */
    void rewind() {
        next = markedNext;
        commandWords = markedWords;
        commandCount = markedCount;
    }

    private void putAll(long[] source, int at, int count) {
        int from = at;
        int end = at + count;
        while (from < end) {
            startSector();
            int run = Math.min(end - from, SECTOR_WORDS - next % SECTOR_WORDS);
            words.put(next, source, from, run);
            next += run;
            from += run;
        }
    }

    private void put(long word) {
        startSector();
        words.put(next++, word);
    }

    private void startSector() {
        if (next % SECTOR_WORDS == 0) {
            words.put(next, FrameLayout.mark(next / SECTOR_WORDS));
            next++;
        }
    }

    private void allocate(int sectors) {
        ByteBuffer made = ByteBuffer.allocateDirect(sectors * SECTOR_BYTES);
        bytes = made.order(ByteOrder.LITTLE_ENDIAN);
        words = bytes.asLongBuffer();
    }
}
