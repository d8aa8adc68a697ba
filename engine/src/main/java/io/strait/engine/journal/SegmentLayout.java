package io.strait.engine.journal;

import static io.strait.engine.journal.FrameLayout.SECTOR_BYTES;

import io.strait.api.Limits;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A segment: a file of zeros that frames fill from the second sector on, each where the one before
 * it ends. Its first sector is its header, written together with its first frame:
 *
 * <pre>
 *   0    "STRAITJL"
 *   1    version of the format
 *   2    number of the segment
 *   3    position of the first command
 *   4    check of the last frame of the segment before
 *   5    limits under which its commands were applied: see {@link LimitsWords}
 *   63   check of all words before this one   CRC32C
 * </pre>
 */
final class SegmentLayout {
    /** What this engine writes, and the newest that it reads. */
    static final int VERSION = 1;

    /** The sectors that are no frame's. */
    static final int HEADER_SECTORS = 1;

    private static final long MAGIC = 0x4C4A_5449_4152_5453L;
    private static final int VERSION_AT = 1;
    private static final int NUMBER = 2;
    private static final int FIRST_POSITION = 3;
    private static final int BEFORE = 4;
    private static final int LIMITS = 5;
    private static final int CHECK = FrameLayout.SECTOR_WORDS - 1;

    private static final NumberedName NAME = new NumberedName("journal-", ".segment");

    private SegmentLayout() {}

    /** The name of a segment's file. */
    static String name(long number) {
        return NAME.of(number);
    }

    /** The number of the segment whose file has a name, or -1 if it is no segment's. */
    static long number(String name) {
        return NAME.number(name);
    }

    /** Puts a header at the begin of a buffer. */
    static void put(
            ByteBuffer target,
            long number,
            long firstPosition,
            int checkBefore,
            Limits limits,
            CRC32C crc) {
        target.clear();
        for (int at = 0; at < SECTOR_BYTES; at += Long.BYTES) {
            target.putLong(at, 0);
        }
        target.putLong(0, MAGIC);
        target.putLong(VERSION_AT * Long.BYTES, VERSION);
        target.putLong(NUMBER * Long.BYTES, number);
        target.putLong(FIRST_POSITION * Long.BYTES, firstPosition);
        target.putLong(BEFORE * Long.BYTES, checkBefore);
        LimitsWords.put(target, LIMITS * Long.BYTES, limits);
        target.putLong(CHECK * Long.BYTES, check(target, 0, crc));
        target.limit(SECTOR_BYTES).position(0);
    }

    /** Whether a header that this or another version wrote begins here. */
    static boolean isHeader(ByteBuffer sector, int at) {
        return FrameLayout.word(sector, at, 0) == MAGIC;
    }

    static long version(ByteBuffer sector, int at) {
        return FrameLayout.word(sector, at, VERSION_AT);
    }

    /** Whether a header of this version is as it was written. */
    static boolean isWhole(ByteBuffer sector, int at, CRC32C crc) {
        return FrameLayout.word(sector, at, CHECK) == check(sector, at, crc);
    }

    static long number(ByteBuffer sector, int at) {
        return FrameLayout.word(sector, at, NUMBER);
    }

    static Limits limits(ByteBuffer sector, int at) {
        return LimitsWords.get(sector, at + LIMITS * Long.BYTES);
    }

    static long firstPosition(ByteBuffer sector, int at) {
        return FrameLayout.word(sector, at, FIRST_POSITION);
    }

    static long checkBefore(ByteBuffer sector, int at) {
        return FrameLayout.word(sector, at, BEFORE);
    }

    private static int check(ByteBuffer sector, int at, CRC32C crc) {
        return FrameLayout.check(sector, at, at + CHECK * Long.BYTES, crc);
    }
}
