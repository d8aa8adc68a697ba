package io.strait.engine.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A frame: the commands of a batch, or a part of them, in the words in which they came, as one
 * write takes them to the disk. It begins where a sector does. Each of its sectors begins with a
 * mark, so that none is all zeros, whatever the commands are: one that is was never written. Words
 * are little-endian, checks are CRC32C:
 *
 * <pre>
 *   first sector   0   mark: "STRF" (32 bits) | 0
 *                  1   check of all behind this word (32) | of the header behind it (32)
 *                  2   position of the first command
 *                  3   how many commands (32) | how many words they take (32)
 *                  4   check of the frame before (32) | sectors of the segment known to be forced (32)
 *                  5   commands
 *   sector n       0   mark: "STRF" | n
 *                  1   commands
 *
 *   a command      0   opcode (8) | outcome (8) | 0 (16) | how many words (32)
 *                  1   argument
 *                  2   time, ms
 *                  3   words: see {@link io.strait.engine.record.CommandWords}
 * </pre>
 */
final class FrameLayout {
    /** A disk writes a sector whole or not at all. */
    static final int SECTOR_BYTES = 512;

    static final int SECTOR_WORDS = SECTOR_BYTES / Long.BYTES;

    /** How many words of a sector are not its mark. */
    static final int PAYLOAD_WORDS = SECTOR_WORDS - 1;

    /** How many words of a command precede its own. */
    static final int COMMAND_LEAD = 3;

    static final int CHECKS = 1;
    static final int FIRST_POSITION = 2;
    static final int COUNTS = 3;
    static final int BEFORE = 4;

    /** Where the commands begin. */
    static final int COMMANDS = 5;

    private static final long MAGIC = 0x4652_5453L << Integer.SIZE;
    private static final int CHECKED_FROM = (CHECKS + 1) * Long.BYTES;
    private static final int HEADER_END = COMMANDS * Long.BYTES;

    private FrameLayout() {}

    /** The first word of a sector of a frame. */
    static long mark(int sector) {
        return MAGIC | sector;
    }

    /** How many sectors a frame takes whose commands take so many words. */
    static int sectorCount(long commandWords) {
        return (int) ((COMMANDS - 1 + commandWords + PAYLOAD_WORDS - 1) / PAYLOAD_WORDS);
    }

    /** The check of a frame, without which it is worth nothing. */
    static int check(ByteBuffer frame, int at, CRC32C crc) {
        return check(frame, at + CHECKED_FROM, at + sectorsAt(frame, at) * SECTOR_BYTES, crc);
    }

    /** The check of a frame's header. */
    static int headerCheck(ByteBuffer frame, int at, CRC32C crc) {
        return check(frame, at + CHECKED_FROM, at + HEADER_END, crc);
    }

    /** How many sectors the frame takes that begins here. */
    static int sectorsAt(ByteBuffer frame, int at) {
        return sectorCount(commandWords(frame, at));
    }

    static long firstPosition(ByteBuffer frame, int at) {
        return word(frame, at, FIRST_POSITION);
    }

    static int commandCount(ByteBuffer frame, int at) {
        return (int) word(frame, at, COUNTS);
    }

    static int commandWords(ByteBuffer frame, int at) {
        return (int) (word(frame, at, COUNTS) >>> Integer.SIZE);
    }

    /** The check of the frame before this one. */
    static int checkBefore(ByteBuffer frame, int at) {
        return (int) word(frame, at, BEFORE);
    }

    /** How many sectors of the segment were on stable storage when this frame was written. */
    static long forcedSectors(ByteBuffer frame, int at) {
        return word(frame, at, BEFORE) >>> Integer.SIZE;
    }

    static int storedCheck(ByteBuffer frame, int at) {
        return (int) word(frame, at, CHECKS);
    }

    /** Whether a frame's header begins here, and is whole. */
    static boolean hasHeader(ByteBuffer frame, int at, CRC32C crc) {
        return word(frame, at, 0) == mark(0)
                && (int) (word(frame, at, CHECKS) >>> Integer.SIZE) == headerCheck(frame, at, crc)
                && commandWords(frame, at) >= 0;
    }

    /** Whether all of a frame is here whose header is whole. */
    static boolean isWhole(ByteBuffer frame, int at, CRC32C crc) {
        return storedCheck(frame, at) == check(frame, at, crc);
    }

    static long word(ByteBuffer frame, int at, int word) {
        return frame.getLong(at + word * Long.BYTES);
    }

    static long pair(int low, int high) {
        return (long) high << Integer.SIZE | low & 0xFFFF_FFFFL;
    }

    /** The check of a run of bytes. */
    static int check(ByteBuffer frame, int from, int to, CRC32C crc) {
        int position = frame.position();
        int limit = frame.limit();
        crc.reset();
        frame.limit(to).position(from);
        crc.update(frame);
        frame.limit(limit).position(position);
        return (int) crc.getValue();
    }
}
