package io.strait.engine.journal;

import static io.strait.engine.journal.FrameLayout.SECTOR_BYTES;

import io.strait.engine.access.Fields;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes the next segment while the present one is filled. The writer asks for one and takes it; a
 * thread of its own makes it, or the writer itself where there is none. While the disk has no room
 * for one, it is tried again and again.
 */
public final class SegmentSupply {
    /** None is asked for. */
    private static final int NONE = 0;

    private static final int WANTED = 1;
    private static final int READY = 2;

    /** As wanted, and when it was tried last there was no room. */
    private static final int FULL = 3;

    private static final int FAILED = 4;
    private static final int CLOSED = 5;
    private static final Runnable NOBODY = () -> {};
    private static final VarHandle STANDING = Fields.handle(MethodHandles.lookup(), "standing");

    /** Between two looks at whether the one that makes segments is through, or has ended. */
    private static final long LOOK_NS = 200_000;

    private final Disk disk;
    private final Segments segments;

    private int standing = NONE;
    private long number;
    private long sectorCount;

    /** The one that is ready, or why there is none. */
    private DiskFile file;

    private IOException failure;

    /** Who makes them; null for the writer. */
    private volatile Thread maker;

    private volatile Runnable wakeMaker = NOBODY;

    SegmentSupply(Disk disk) {
        this.disk = disk;
        segments = new Segments(disk);
    }

    /**
     * From now on a thread of its own makes them.
     *
     * @param wake tells it that there is something to make
     */
    public void madeBy(Thread thread, Runnable wake) {
        wakeMaker = wake;
        maker = thread;
    }

    /**
     * Makes what is wanted, unless it is made. For one thread at a time, which the monitor sees to.
     *
     * @return whether it made one
     */
    public synchronized boolean make() {
        int before = standingAcquire();
        if (before != WANTED && before != FULL) {
            return false;
        }
        int after = FULL;
        try {
            if (disk.mayHold(sectorCount * SECTOR_BYTES)) {
                file = segments.prepare(number, sectorCount, () -> standingAcquire() == before);
                after = READY;
            }
        } catch (IOException e) {
            if (!disk.isFull(e)) {
                failure = e;
                after = FAILED;
            }
        }
        if (!STANDING.compareAndSet(this, before, after)) {
            dropUnwanted();
            return false;
        }
        return after == READY;
    }

    /** Another one is wanted by now, which takes its place, or none. */
    private void dropUnwanted() {
        DiskFile unwanted = file;
        file = null;
        if (unwanted != null) {
            try {
                unwanted.close();
                segments.delete(number);
            } catch (IOException e) {
                // The next one takes its name; and one without a frame is dropped when it is read.
            }
        }
    }

    /** Whether there is something to make, or to end. */
    public boolean hasWork() {
        int now = standingAcquire();
        return now == WANTED || now == CLOSED;
    }

    /** Whether there is nothing to be made any more. */
    public boolean isClosed() {
        return standingAcquire() == CLOSED;
    }

    /** Asks for a segment. Writer thread only, while none is wanted. */
    void want(long newNumber, long sectors) {
        number = newNumber;
        sectorCount = sectors;
        standingRelease(WANTED);
        wakeMaker.run();
    }

    /**
     * Whether there is room for one; waits until that is known. Writer thread only, and only if
     * nothing counts on the one that is ready where that may be too short.
     */
    boolean awaitOne(long leastSectors, long usualSectors) throws IOException {
        int known = awaitKnown();
        long sectors = Math.max(leastSectors, usualSectors);
        if (known == READY && sectorCount < leastSectors) {
            giveUp();
            want(number, sectors);
            known = awaitKnown();
        } else if (known == FULL && sectorCount > sectors) {
            // For a long command that was refused.
            want(number, sectors);
            known = awaitKnown();
        }
        if (known == FAILED) {
            throw failure;
        }
        return known == READY;
    }

    /** The one that is ready. Writer thread only. */
    DiskFile take() {
        if (standingAcquire() != READY) {
            throw new IllegalStateException("no segment is ready");
        }
        DiskFile taken = file;
        file = null;
        standingRelease(NONE);
        return taken;
    }

    /** The number of the one that was wanted last. Writer thread only. */
    long number() {
        return number;
    }

    /** How many sectors it has. Writer thread only. */
    long sectorCount() {
        return sectorCount;
    }

    /** Gives up one that nobody needs any more. */
    void close() throws IOException {
        // First, so that whoever makes one stops soon.
        standingRelease(CLOSED);
        wakeMaker.run();
        wakeMaker = NOBODY;
        synchronized (this) {
            if (file != null) {
                file.close();
                segments.delete(number);
            }
        }
    }

    /** One that is too short. */
    private void giveUp() throws IOException {
        try {
            take().close();
            segments.delete(number);
        } catch (IOException e) {
            failure = e;
            standingRelease(FAILED);
            throw e;
        }
    }

    private int awaitKnown() {
        int known = standingAcquire();
        while (known == WANTED || known == FULL && isMadeHere()) {
            if (isMadeHere()) {
                make();
                return standingAcquire();
            }
            LockSupport.parkNanos(this, LOOK_NS);
            known = standingAcquire();
        }
        return known;
    }

    /** Also where the thread that was to do it has ended. */
    private boolean isMadeHere() {
        Thread thread = maker;
        return thread == null || !thread.isAlive();
    }

    /**
     * Pairs with {@link #standingAcquire}, as does the compare-and-set: a thread that sees the
     * standing sees the fields.
     */
    private void standingRelease(int value) {
        STANDING.setRelease(this, value);
    }

    /** Pairs with {@link #standingRelease}. */
    private int standingAcquire() {
        return (int) STANDING.getAcquire(this);
    }
}
