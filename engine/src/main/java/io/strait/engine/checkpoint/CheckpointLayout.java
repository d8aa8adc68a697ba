package io.strait.engine.checkpoint;

import io.strait.api.Limits;
import io.strait.engine.journal.LimitsWords;
import io.strait.engine.journal.NumberedName;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * A checkpoint's file: a header, blocks with the items of an image one behind the other, and an end
 * without which it is none. Words are little-endian, checks are CRC32C:
 *
 * <pre>
 *   header         0    "STRAITCK"
 *   (512 bytes)    1    version of the format
 *                  2    position
 *                  3    number of the journal's segment in which the position's frame is
 *                  4    check of that frame
 *                  5    limits, as in {@link Limits}; the last one as seconds, and nanoseconds
 *                  63   check of all words before this one
 *
 *   block          0    mark: "STRB" (32 bits) | number of the block, the first one is 0
 *   (64 KiB; the   1    check of all behind this word
 *   last as many   2    position
 *   sectors as     3    how many words of items follow
 *   it takes)      4    words of items: an item may begin in one block and end in another
 *
 *   end            0    "STRAITCE"
 *   (512 bytes)    1    position
 *                  2    how many blocks there are
 *                  3    how many items
 *                  4    how many words of items
 *                  5    digest: see {@link io.strait.engine.state.ImageDigest}
 *                  63   check of all words before this one
 * </pre>
 */
final class CheckpointLayout {
    /** What this engine writes, and the newest that it reads. */
    static final int VERSION = 1;

    static final int SECTOR_BYTES = 512;
    static final int SECTOR_WORDS = SECTOR_BYTES / Long.BYTES;
    static final int BLOCK_BYTES = 64 << 10;
    static final int BLOCK_WORDS = BLOCK_BYTES / Long.BYTES;

    /** So much is written, and forced, at once. */
    static final int STEP_BYTES = 1 << 20;

    /** Where in a block the words of items begin. */
    static final int ITEMS = 4;

    /** What is written under this name is no checkpoint yet. */
    static final String TEMPORARY = "checkpoint.tmp";

    private static final long MAGIC = 0x4B43_5449_4152_5453L;
    private static final long END_MAGIC = 0x4543_5449_4152_5453L;
    private static final long BLOCK_MAGIC = 0x4252_5453L << Integer.SIZE;

    private static final int VERSION_AT = 1;
    private static final int POSITION = 2;
    private static final int SEGMENT = 3;
    private static final int FRAME_CHECK = 4;
    private static final int LIMITS = 5;
    private static final int CHECK = SECTOR_WORDS - 1;

    private static final int BLOCK_CHECK = 1;
    private static final int BLOCK_CHECKED_FROM = 2;
    private static final int BLOCK_POSITION = 2;
    private static final int BLOCK_COUNT = 3;

    private static final int END_POSITION = 1;
    private static final int END_BLOCKS = 2;
    private static final int END_ITEMS = 3;
    private static final int END_WORDS = 4;
    private static final int END_DIGEST = 5;

    private static final NumberedName NAME = new NumberedName("checkpoint-", ".state");

    private CheckpointLayout() {}

    /** The name of a checkpoint's file. */
    static String name(long position) {
        return NAME.of(position);
    }

    /** The position of the checkpoint whose file has a name, or -1 if it is none. */
    static long position(String name) {
        return NAME.number(name);
    }

    static ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static void putHeader(ByteBuffer target, int at, CheckpointHeader header, CRC32C crc) {
        putSector(target, at, MAGIC);
        put(target, at, VERSION_AT, VERSION);
        put(target, at, POSITION, header.position());
        put(target, at, SEGMENT, header.journalSegment());
        put(target, at, FRAME_CHECK, header.journalCheck() & 0xFFFF_FFFFL);
        LimitsWords.put(target, at + LIMITS * Long.BYTES, header.limits());
        put(target, at, CHECK, checkOfSector(target, at, crc));
    }

    static boolean isHeader(ByteBuffer source, int at) {
        return word(source, at, 0) == MAGIC;
    }

    static long version(ByteBuffer source, int at) {
        return word(source, at, VERSION_AT);
    }

    /** Whether a header or an end is as it was written. */
    static boolean isWhole(ByteBuffer source, int at, CRC32C crc) {
        return word(source, at, CHECK) == checkOfSector(source, at, crc);
    }

    static CheckpointHeader header(ByteBuffer source, int at) {
        return new CheckpointHeader(
                word(source, at, POSITION),
                LimitsWords.get(source, at + LIMITS * Long.BYTES),
                word(source, at, SEGMENT),
                (int) word(source, at, FRAME_CHECK));
    }

    /** Completes a block whose items are there, and tells how many bytes it has. */
    static int sealBlock(
            ByteBuffer target, int at, long number, long position, int itemWords, CRC32C crc) {
        int bytes = bytesOfBlock(itemWords);
        for (int i = ITEMS + itemWords; i < bytes / Long.BYTES; i++) {
            put(target, at, i, 0);
        }
        put(target, at, 0, BLOCK_MAGIC | number);
        put(target, at, BLOCK_POSITION, position);
        put(target, at, BLOCK_COUNT, itemWords);
        put(target, at, BLOCK_CHECK, checkOfBlock(target, at, bytes, crc));
        return bytes;
    }

    /** Whether a block that takes so many bytes is as it was written. */
    static boolean isBlock(
            ByteBuffer source, int at, int bytes, long number, long position, CRC32C crc) {
        int itemWords = itemWords(source, at);
        return word(source, at, 0) == (BLOCK_MAGIC | number)
                && word(source, at, BLOCK_POSITION) == position
                && itemWords > 0
                && itemWords <= BLOCK_WORDS - ITEMS
                && bytesOfBlock(itemWords) == bytes
                && word(source, at, BLOCK_CHECK) == checkOfBlock(source, at, bytes, crc);
    }

    /** How many words of a block are items. */
    static int itemWords(ByteBuffer source, int at) {
        return (int) word(source, at, BLOCK_COUNT);
    }

    static void putEnd(ByteBuffer target, int at, long position, CheckpointEnd end, CRC32C crc) {
        putSector(target, at, END_MAGIC);
        put(target, at, END_POSITION, position);
        put(target, at, END_BLOCKS, end.blockCount());
        put(target, at, END_ITEMS, end.itemCount());
        put(target, at, END_WORDS, end.wordCount());
        put(target, at, END_DIGEST, end.digest());
        put(target, at, CHECK, checkOfSector(target, at, crc));
    }

    static boolean isEnd(ByteBuffer source, int at, long position, CRC32C crc) {
        return word(source, at, 0) == END_MAGIC
                && word(source, at, END_POSITION) == position
                && isWhole(source, at, crc);
    }

    static CheckpointEnd end(ByteBuffer source, int at) {
        return new CheckpointEnd(
                word(source, at, END_BLOCKS),
                word(source, at, END_ITEMS),
                word(source, at, END_WORDS),
                word(source, at, END_DIGEST));
    }

    private static int bytesOfBlock(int itemWords) {
        int bytes = (ITEMS + itemWords) * Long.BYTES;
        return bytes + SECTOR_BYTES - 1 & -SECTOR_BYTES;
    }

    private static void putSector(ByteBuffer target, int at, long magic) {
        for (int i = 0; i < SECTOR_WORDS; i++) {
            put(target, at, i, 0);
        }
        put(target, at, 0, magic);
    }

    private static void put(ByteBuffer target, int at, int word, long value) {
        target.putLong(at + word * Long.BYTES, value);
    }

    private static long word(ByteBuffer source, int at, int word) {
        return source.getLong(at + word * Long.BYTES);
    }

    private static long checkOfSector(ByteBuffer sector, int at, CRC32C crc) {
        return check(sector, at, at + CHECK * Long.BYTES, crc);
    }

    private static long checkOfBlock(ByteBuffer block, int at, int bytes, CRC32C crc) {
        return check(block, at + BLOCK_CHECKED_FROM * Long.BYTES, at + bytes, crc);
    }

    private static long check(ByteBuffer bytes, int from, int to, CRC32C crc) {
        int position = bytes.position();
        int limit = bytes.limit();
        crc.reset();
        bytes.limit(to).position(from);
        crc.update(bytes);
        bytes.limit(limit).position(position);
        return crc.getValue();
    }
}
