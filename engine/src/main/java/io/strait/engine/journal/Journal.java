package io.strait.engine.journal;

import io.strait.api.Durability;
import io.strait.api.Limits;
import io.strait.api.error.StorageAccessException;
import io.strait.engine.record.CommandLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;

/**
 * The journal of an engine: read back when it opens, then written by its writer. One thread at a
 * time: whoever opens the engine, then the writer.
 */
public final class Journal implements CommandLog {
    private static final long SEGMENT_BYTES = 64 << 20;
    private static final int FRAME_BYTES = 1 << 20;

    private final Disk disk;
    private final long segmentBytes;
    private final int frameBytes;
    private final boolean isSync;
    private final long intervalNs;
    private final LongSupplier nanoClock;
    private final SegmentSupply supply;
    private JournalWriter writer;
    private long bytesBefore;
    private volatile IOException closeFailure;
    private Runnable beforeUnlock = () -> {};

    /** Since when the oldest command waits that is not on stable storage, if one does. */
    private long waitingSinceNs;

    private boolean isWaiting;

    /**
     * The journal of a directory, which is not touched yet.
     *
     * @param nanoClock what intervals are measured by, ns
     */
    public Journal(Disk disk, Durability durability, LongSupplier nanoClock) {
        this(disk, durability, nanoClock, SEGMENT_BYTES, FRAME_BYTES);
    }

    /**
     * The same with what only tests choose.
     *
     * @param segmentBytes how long segments are, in bytes, a multiple of 512
     * @param frameBytes how long frames are at most, in bytes, a multiple of 512, unless a command
     *     is longer
     */
    public Journal(
            Disk disk,
            Durability durability,
            LongSupplier nanoClock,
            long segmentBytes,
            int frameBytes) {
        this.disk = disk;
        supply = new SegmentSupply(disk);
        this.segmentBytes = segmentBytes;
        this.frameBytes = frameBytes;
        this.nanoClock = nanoClock;
        isSync = durability.isSync();
        intervalNs = durability.interval().toNanos();
    }

    /**
     * Locks the directory, has it read back, and gets ready to go on.
     *
     * @param limits under which what follows is applied
     * @throws io.strait.api.error.StorageException when that cannot be
     */
    public void open(Limits limits, Recoverer recoverer) {
        try {
            disk.lock();
            JournalEnd end = recoverer.recover(disk);
            writer = new JournalWriter(supply, end, limits, segmentBytes, frameBytes);
            bytesBefore = end.byteCount();
        } catch (IOException e) {
            throw new StorageAccessException(disk.toString(), e);
        } finally {
            if (writer == null) {
                unlock();
            }
        }
    }

    /** What else touches the directory, and has to be over before the lock is given back. */
    public void beforeUnlock(Runnable value) {
        beforeUnlock = value;
    }

    /**
     * How many bytes it has since the checkpoint that it was recovered from. Writer thread only.
     */
    public long writtenBytes() {
        return bytesBefore + (writer == null ? 0 : writer.writtenBytes());
    }

    /**
     * Puts all on stable storage that was committed, and tells where it ends. Writer thread only,
     * between batches.
     */
    public JournalEnd end() {
        force();
        return writer.end();
    }

    @Override
    public boolean reserve(int wordCount) {
        // A batch may have to wait for its segment, again and again.
        idle();
        try {
            return writer.reserve(wordCount);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void append(
            long position,
            int opcode,
            int argument,
            long timeMs,
            long[] words,
            int at,
            int wordCount) {
        if (!isSync && !isWaiting) {
            isWaiting = true;
            waitingSinceNs = nanoClock.getAsLong();
        }
        writer.append(opcode, argument, timeMs, words, at, wordCount);
    }

    @Override
    public void outcome(int code) {
        writer.outcome(code);
    }

    @Override
    public void commit() {
        writer.commit();
        if (isSync) {
            force();
        } else {
            idle();
        }
    }

    @Override
    public void idle() {
        if (isWaiting && nsUntilDue() <= 0) {
            isWaiting = false;
            force();
        }
    }

    /** Where segments come from, for a thread that makes them ahead. */
    public SegmentSupply supply() {
        return supply;
    }

    /** How long it may be until the next look at {@link #idle}, ns; also 0 or less. */
    public long nsUntilDue() {
        return isWaiting ? intervalNs - (nanoClock.getAsLong() - waitingSinceNs) : Long.MAX_VALUE;
    }

    @Override
    public void close() {
        JournalWriter closed = writer;
        // Given up first: a ticket may be kept for longer than the engine, and leads here.
        writer = null;
        isWaiting = false;
        if (closed != null) {
            try {
                closeAll(closed);
            } catch (IOException e) {
                closeFailure = e;
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Why closing has failed; null if it has not, or the writer has not come to it. */
    public IOException closeFailure() {
        return closeFailure;
    }

    private void force() {
        try {
            writer.force();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closeAll(JournalWriter closed) throws IOException {
        try {
            closed.close();
        } finally {
            beforeUnlock.run();
            disk.unlock();
        }
    }

    private void unlock() {
        try {
            disk.unlock();
        } catch (IOException e) {
            // What is thrown already matters more.
        }
    }
}
