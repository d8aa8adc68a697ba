package io.strait.engine.checkpoint;

import static io.strait.engine.checkpoint.CheckpointLayout.BLOCK_BYTES;
import static io.strait.engine.checkpoint.CheckpointLayout.BLOCK_WORDS;
import static io.strait.engine.checkpoint.CheckpointLayout.ITEMS;
import static io.strait.engine.checkpoint.CheckpointLayout.SECTOR_BYTES;
import static io.strait.engine.checkpoint.CheckpointLayout.STEP_BYTES;

import io.strait.api.error.StorageDamagedException;
import io.strait.api.error.StorageVersionException;
import io.strait.engine.journal.DiskFile;
import io.strait.engine.state.ImageDigest;
import io.strait.engine.state.ImageItem;
import io.strait.engine.state.ImageSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.zip.CRC32C;

/** Reads a checkpoint's file, and believes nothing that does not check. For one thread. */
final class CheckpointReader {
    private final String name;
    private final DiskFile file;
    private final CRC32C crc = new CRC32C();
    private ByteBuffer bytes;
    private LongBuffer words;
    private final long[] block = new long[BLOCK_WORDS];
    private CheckpointHeader header;
    private long size;

    /** An item that began in a block and ends in another: its words so far. */
    private long[] item = new long[64];

    private long lead;
    private int missing;
    private boolean isBegun;

    CheckpointReader(String name, DiskFile file) {
        this.name = name;
        this.file = file;
    }

    /**
     * Reads the header, first.
     *
     * @throws StorageDamagedException when it is damaged
     * @throws StorageVersionException when the file is of a newer version
     */
    CheckpointHeader header() throws IOException {
        size = file.size();
        if (size < 2 * SECTOR_BYTES || size % SECTOR_BYTES != 0) {
            throw damaged(size, "a checkpoint is cut off");
        }
        bytes = CheckpointLayout.allocate((int) Math.min(STEP_BYTES, size));
        words = bytes.asLongBuffer();
        fill(0, SECTOR_BYTES);
        if (!CheckpointLayout.isHeader(bytes, 0)) {
            throw damaged(0, "no checkpoint");
        }
        if (!CheckpointLayout.isWhole(bytes, 0, crc)) {
            throw damaged(0, "a checkpoint's header is damaged");
        }
        if (CheckpointLayout.version(bytes, 0) > CheckpointLayout.VERSION) {
            throw new StorageVersionException(
                    name, CheckpointLayout.version(bytes, 0), CheckpointLayout.VERSION);
        }
        header = CheckpointLayout.header(bytes, 0);
        if (!CheckpointLayout.name(header.position()).equals(name)) {
            throw damaged(0, "not the checkpoint that its name says");
        }
        return header;
    }

    /**
     * Hands on all items. What the sink was given is good for nothing if this throws.
     *
     * @throws StorageDamagedException when it is damaged
     */
    CheckpointEnd read(ImageSink sink) throws IOException {
        long endOffset = size - SECTOR_BYTES;
        CheckpointEnd end = end(endOffset);
        ImageDigest digest = new ImageDigest(sink);
        long number = 0;
        for (long offset = SECTOR_BYTES; offset < endOffset; offset += STEP_BYTES) {
            int count = (int) Math.min(STEP_BYTES, endOffset - offset);
            fill(offset, count);
            for (int at = 0; at < count; at += BLOCK_BYTES) {
                int blockBytes = Math.min(BLOCK_BYTES, count - at);
                if (!CheckpointLayout.isBlock(
                        bytes, at, blockBytes, number, header.position(), crc)) {
                    throw damaged(offset + at, "a block of a checkpoint is damaged");
                }
                number++;
                int itemWords = CheckpointLayout.itemWords(bytes, at);
                words.get(at / Long.BYTES + ITEMS, block, 0, itemWords);
                if (!readItems(itemWords, digest)) {
                    throw damaged(offset + at, "items of a checkpoint make no sense");
                }
            }
        }
        CheckpointEnd found =
                new CheckpointEnd(number, digest.itemCount(), digest.wordCount(), digest.value());
        if (isBegun || !found.equals(end)) {
            throw damaged(endOffset, "a checkpoint does not have what its end says");
        }
        return end;
    }

    private CheckpointEnd end(long offset) throws IOException {
        fill(offset, SECTOR_BYTES);
        if (!CheckpointLayout.isEnd(bytes, 0, header.position(), crc)) {
            throw damaged(offset, "a checkpoint has no end");
        }
        return CheckpointLayout.end(bytes, 0);
    }

    /** Hands on the items that end in a block; tells whether they make sense. */
    private boolean readItems(int count, ImageSink sink) throws IOException {
        int at = 0;
        while (at < count) {
            if (!isBegun) {
                lead = block[at++];
                missing = ImageItem.wordCount(lead);
                isBegun = true;
                if (missing < 0 || missing > size / Long.BYTES) {
                    return false;
                }
                if (missing <= count - at) {
                    sink.item(ImageItem.kind(lead), block, at, missing);
                    at += missing;
                    isBegun = false;
                } else if (missing > item.length) {
                    item = new long[Math.max(missing, 2 * item.length)];
                }
            } else {
                int wordCount = ImageItem.wordCount(lead);
                int run = Math.min(missing, count - at);
                System.arraycopy(block, at, item, wordCount - missing, run);
                at += run;
                missing -= run;
                if (missing == 0) {
                    sink.item(ImageItem.kind(lead), item, 0, wordCount);
                    isBegun = false;
                }
            }
        }
        return true;
    }

    private void fill(long offset, int count) throws IOException {
        bytes.clear().limit(count);
        file.read(bytes, offset);
        bytes.clear();
    }

    private StorageDamagedException damaged(long offset, String what) {
        return new StorageDamagedException(name, offset, what);
    }
}
