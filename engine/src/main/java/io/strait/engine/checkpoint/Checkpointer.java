package io.strait.engine.checkpoint;

import io.strait.api.CheckpointPolicy;
import io.strait.api.CheckpointStatus;
import io.strait.engine.access.Fields;
import io.strait.engine.journal.Disk;
import io.strait.engine.journal.JournalTrimmer;
import io.strait.engine.state.StateImage;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Writes checkpoints, on a thread of its own. It asks the writer for an image when one is due, and
 * the writer gives it between two batches; or the writer gives one unasked, when the journal has
 * grown. What fails leaves everything as it was, is told, and is tried again when the next one is
 * due.
 */
public final class Checkpointer {
    /** Nothing is under way. */
    private static final int IDLE = 0;

    /** The writer is asked for an image. */
    private static final int ASKED = 1;

    /** The writer has given one. */
    private static final int GIVEN = 2;

    private static final VarHandle STANDING = Fields.handle(MethodHandles.lookup(), "standing");

    private final Checkpoints checkpoints;
    private final JournalTrimmer trimmer;
    private final CheckpointPolicy policy;
    private final LongSupplier nanoClock;
    private final Pace pace;

    private int standing = IDLE;
    private StateImage image;
    private CheckpointHeader header;

    /** From which byte of the journal on one is due. Writer thread only. */
    private long dueBytes;

    /** Those that are there, the newest last; at most two. The thread's own, as is the time. */
    private final List<CheckpointHeader> kept = new ArrayList<>();

    private long lastNs;

    private volatile Runnable wakeWriter = () -> {};
    private volatile Runnable wakeSelf = () -> {};
    private volatile boolean closed;

    /** Its monitor is held while files are touched. */
    private final Object working = new Object();

    // Guarded by this.
    private long wanted;
    private long served;
    private long position;
    private long written;
    private long failed;
    private Throwable lastFailure;

    /** Which of those that are wanted the present one serves. The thread's own. */
    private long serves;

    /**
     * One for a directory that was recovered.
     *
     * @param stored the headers of the checkpoints that may be relied on, the newest last
     */
    public Checkpointer(
            Disk disk,
            CheckpointPolicy policy,
            List<CheckpointHeader> stored,
            LongSupplier nanoClock) {
        checkpoints = new Checkpoints(disk);
        trimmer = new JournalTrimmer(disk);
        this.policy = policy;
        this.nanoClock = nanoClock;
        pace = new Pace(policy.bytesPerSecond(), new StoppableTimer());
        kept.addAll(stored);
        lastNs = nanoClock.getAsLong();
        position = stored.isEmpty() ? 0 : stored.get(stored.size() - 1).position();
        dueBytes = policy.journalBytes();
    }

    /** How to wake the writer, and the thread that works here. Before they start. */
    public void wakeWith(Runnable writer, Runnable self) {
        wakeWriter = writer;
        wakeSelf = self;
    }

    /** Whether the writer is to give an image. Writer thread only, between batches. */
    public boolean isDue(long journalBytes) {
        int now = standingAcquire();
        return now == ASKED || now == IDLE && journalBytes >= dueBytes;
    }

    /**
     * Takes an image, or null when there is nothing new. Writer thread only, when it is due.
     *
     * @param journalBytes how many bytes of journal there are now
     */
    public void give(StateImage newImage, CheckpointHeader newHeader, long journalBytes) {
        image = newImage;
        header = newHeader;
        dueBytes = journalBytes + policy.journalBytes();
        standingRelease(GIVEN);
        wakeSelf.run();
    }

    /** Whether there is something to do, or to end. Any thread. */
    public boolean hasWork() {
        return closed || standingAcquire() == GIVEN;
    }

    /** Does what there is to do; whether there was anything. For its thread. */
    public boolean work() {
        synchronized (working) {
            return !closed && workOpen();
        }
    }

    private boolean workOpen() {
        if (standingAcquire() == GIVEN) {
            writeGiven();
            return true;
        }
        long asked = wanted();
        if (standingAcquire() == IDLE && (asked > serves || isTime())) {
            serves = asked;
            // Fails if the writer gives one unasked meanwhile, which serves as well.
            STANDING.compareAndSet(this, IDLE, ASKED);
            wakeWriter.run();
        }
        return false;
    }

    /** Writes one of all that is applied by now: see the engine's method. */
    public OptionalLong await(long timeoutNs) throws IOException {
        long ticket;
        synchronized (this) {
            ticket = ++wanted;
        }
        wakeSelf.run();
        return awaitServed(ticket, timeoutNs);
    }

    /** What became of them. Any thread. */
    public synchronized CheckpointStatus status() {
        return new CheckpointStatus(position, written, failed, Optional.ofNullable(lastFailure));
    }

    /**
     * Ends the work, and waits until no file is touched any more. Any thread; idempotent. What is
     * under way is given up at its next step.
     */
    public void close() {
        closed = true;
        wakeSelf.run();
        synchronized (this) {
            notifyAll();
        }
        synchronized (working) {
            wakeSelf.run();
        }
    }

    /** Whether the work has ended. */
    public boolean isClosed() {
        return closed;
    }

    private synchronized OptionalLong awaitServed(long ticket, long timeoutNs) throws IOException {
        long startNs = System.nanoTime();
        while (served < ticket && !closed) {
            long leftMs = (timeoutNs - (System.nanoTime() - startNs)) / 1_000_000;
            if (leftMs <= 0) {
                return OptionalLong.empty();
            }
            try {
                wait(leftMs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return OptionalLong.empty();
            }
        }
        if (served < ticket) {
            return OptionalLong.empty();
        }
        if (lastFailure != null) {
            throw new IOException("the checkpoint could not be written", lastFailure);
        }
        return OptionalLong.of(position);
    }

    private synchronized long wanted() {
        return wanted;
    }

    private boolean isTime() {
        return policy.interval().isPresent()
                && nanoClock.getAsLong() - lastNs >= policy.interval().get().toNanos();
    }

    private void writeGiven() {
        StateImage taken = image;
        CheckpointHeader of = header;
        // Gives up what the image keeps, also when this fails.
        image = null;
        header = null;
        Throwable failure = null;
        try {
            if (taken != null) {
                checkpoints.write(taken, of, pace);
                keep(of);
            }
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
        lastNs = nanoClock.getAsLong();
        standingRelease(IDLE);
        tell(taken == null ? null : of, failure);
    }

    private synchronized void tell(CheckpointHeader of, Throwable failure) {
        served = serves;
        lastFailure = failure;
        if (failure != null) {
            failed++;
        } else if (of != null) {
            written++;
            position = of.position();
        }
        notifyAll();
    }

    /** Lets go what is older than the one before the newest. */
    private void keep(CheckpointHeader newest) throws IOException {
        kept.add(newest);
        if (kept.size() > 2) {
            kept.remove(0);
        }
        checkpoints.deleteAllBut(kept.stream().map(CheckpointHeader::position).toList());
        if (kept.size() > 1) {
            trimmer.deleteBefore(kept.get(0).journalSegment());
        }
    }

    /** Pairs with {@link #standingAcquire}: whoever sees it sees the image. */
    private void standingRelease(int value) {
        STANDING.setRelease(this, value);
    }

    /** Pairs with {@link #standingRelease}, and with the compare-and-set in {@link #work}. */
    private int standingAcquire() {
        return (int) STANDING.getAcquire(this);
    }

    /** Waits no longer than until it is closed. */
    private final class StoppableTimer implements Pace.Timer {
        private static final long LONGEST_NS = 50_000_000;

        @Override
        public long nowNs() {
            if (closed) {
                throw new IllegalStateException("the engine was closed");
            }
            return nanoClock.getAsLong();
        }

        @Override
        public void sleep(long ns) {
            long untilNs = nowNs() + ns;
            long leftNs = ns;
            while (leftNs > 0) {
                LockSupport.parkNanos(this, Math.min(leftNs, LONGEST_NS));
                leftNs = untilNs - nowNs();
            }
        }
    }
}
