package io.strait.engine.checkpoint;

import static io.strait.engine.checkpoint.CheckpointLayout.BLOCK_BYTES;
import static io.strait.engine.checkpoint.CheckpointLayout.BLOCK_WORDS;
import static io.strait.engine.checkpoint.CheckpointLayout.ITEMS;
import static io.strait.engine.checkpoint.CheckpointLayout.SECTOR_BYTES;
import static io.strait.engine.checkpoint.CheckpointLayout.STEP_BYTES;

import io.strait.engine.journal.DiskFile;
import io.strait.engine.state.ImageDigest;
import io.strait.engine.state.ImageItem;
import io.strait.engine.state.ImageSink;
import io.strait.engine.state.StateImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.zip.CRC32C;

/**
 * Writes an image into a file, step by step: each is forced before the next one is written, so that
 * none keeps the disk busy for long. For one thread, once.
 */
final class CheckpointWriter implements ImageSink {
    private final CheckpointHeader header;
    private final DiskFile file;
    private final Pace pace;
    private final CRC32C crc = new CRC32C();

    /** A step, and room for the end. */
    private final ByteBuffer bytes = CheckpointLayout.allocate(STEP_BYTES + SECTOR_BYTES);

    private final LongBuffer words = bytes.asLongBuffer();

    /** Where in the file the step goes. */
    private long offset;

    /** Which word of the step comes next, and where the block ends that it is in. */
    private int next = ITEMS;

    private int blockEnd = BLOCK_WORDS;

    private long blockCount;

    CheckpointWriter(CheckpointHeader header, DiskFile file, Pace pace) {
        this.header = header;
        this.file = file;
        this.pace = pace;
    }

    /** Writes all of it; it is on stable storage then. */
    CheckpointEnd write(StateImage image) throws IOException {
        pace.begin();
        CheckpointLayout.putHeader(bytes, 0, header, crc);
        writeBytes(SECTOR_BYTES);
        ImageDigest digest = image.writeTo(this);
        int end = sealLast();
        CheckpointEnd counts =
                new CheckpointEnd(
                        blockCount, digest.itemCount(), digest.wordCount(), digest.value());
        CheckpointLayout.putEnd(bytes, end, header.position(), counts, crc);
        writeBytes(end + SECTOR_BYTES);
        file.force();
        return counts;
    }

    @Override
    public void item(int kind, long[] source, int at, int count) throws IOException {
        startBlock();
        words.put(next++, ImageItem.lead(kind, count));
        int from = at;
        int end = at + count;
        while (from < end) {
            startBlock();
            int run = Math.min(end - from, blockEnd - next);
            words.put(next, source, from, run);
            next += run;
            from += run;
        }
    }

    /** Makes room for the next word. */
    private void startBlock() throws IOException {
        if (next < blockEnd) {
            return;
        }
        seal(BLOCK_WORDS - ITEMS);
        if (blockEnd * Long.BYTES == STEP_BYTES) {
            writeBytes(STEP_BYTES);
            file.force();
            pace.await(offset);
            blockEnd = 0;
        }
        next = blockEnd + ITEMS;
        blockEnd += BLOCK_WORDS;
    }

    /** Completes the last block, and tells where it ends in the step. */
    private int sealLast() {
        int begin = blockEnd - BLOCK_WORDS;
        int itemWords = next - begin - ITEMS;
        return begin * Long.BYTES + (itemWords == 0 ? 0 : seal(itemWords));
    }

    private int seal(int itemWords) {
        int at = blockEnd * Long.BYTES - BLOCK_BYTES;
        return CheckpointLayout.sealBlock(
                bytes, at, blockCount++, header.position(), itemWords, crc);
    }

    private void writeBytes(int count) throws IOException {
        bytes.limit(count).position(0);
        file.write(bytes, offset);
        bytes.clear();
        offset += count;
    }
}
