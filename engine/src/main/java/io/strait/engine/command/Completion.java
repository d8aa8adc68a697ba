package io.strait.engine.command;

import io.strait.api.Ticket;
import io.strait.api.error.JournalFailedException;
import io.strait.api.error.ResultCode;
import io.strait.api.internal.Require;
import io.strait.api.write.Write;
import io.strait.engine.access.Fields;
import io.strait.engine.state.Outcome;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Where a command's outcome goes, and where its submitter waits for it. Settled once: by the writer
 * thread, after publication, or by a waiter who finds that the writer is gone; whoever comes second
 * changes nothing.
 */
public final class Completion<R> implements Ticket<R> {
    private static final int PENDING = 0;
    private static final int SETTLED = 1;
    private static final int CUT_OFF_BY_CLOSE = 2;
    private static final int CUT_OFF_BY_FAILURE = 3;
    private static final int UNKNOWN = 4;
    private static final long CROWDED_PARK_NS = 50_000;

    private static final VarHandle STATUS = Fields.handle(MethodHandles.lookup(), "status");
    private static final VarHandle WAITER = Fields.handle(MethodHandles.lookup(), "waiter");

    private final CallerWait wait;
    private long timeoutNs;
    private long position;
    private final Write<?> write;
    private long blockNumber;
    private ResultCode code = ResultCode.OK;
    private long detail;
    private Object reference;
    private int status;
    private Thread waiter;

    /** A completion that is not settled. */
    public Completion(CallerWait wait, long timeoutNs) {
        this(wait, timeoutNs, null);
    }

    /** The same of a write, which a refusal is told by. */
    public Completion(CallerWait wait, long timeoutNs, Write<?> write) {
        this.wait = wait;
        this.timeoutNs = timeoutNs;
        this.write = write;
    }

    /**
     * Makes a settled completion ready for another block update. Only for its one owner, who told
     * nobody else of it.
     */
    public void reset(long newTimeoutNs, long newBlockNumber) {
        timeoutNs = newTimeoutNs;
        blockNumber = newBlockNumber;
        code = ResultCode.OK;
        status = PENDING;
    }

    /** The write that it is the completion of; null for a block update by a handle. */
    public Write<?> write() {
        return write;
    }

    /** Notes the outcome, for nobody to see yet. Writer thread only. */
    public void record(long at, Outcome outcome) {
        position = at;
        code = outcome.code();
        detail = outcome.detail();
        if (reference != outcome.reference()) {
            reference = outcome.reference();
        }
    }

    /** Tells the outcome that was noted, after it was published. Writer thread only. */
    public void settle() {
        endAs(SETTLED);
    }

    /** Tells that there will be no outcome: the engine ended first. Any thread. */
    public void abandon() {
        endAs(wait.hasFailed() ? CUT_OFF_BY_FAILURE : CUT_OFF_BY_CLOSE);
    }

    /**
     * Tells that it may have been stored, and was not published: the engine failed in between. One
     * that there was no room for was not.
     */
    public void leaveUnknown() {
        endAs(code == ResultCode.STORAGE_FULL ? SETTLED : UNKNOWN);
    }

    @Override
    public boolean isDone() {
        if (isSettled()) {
            return true;
        }
        if (!wait.isOver()) {
            return false;
        }
        // Nobody is left to settle this one: a caller that only looks now and then must come to an
        // end too.
        abandon();
        return true;
    }

    @Override
    public R await() {
        return awaitNs(timeoutNs, 0);
    }

    @Override
    public R await(Duration timeout) {
        return awaitNs(Require.positive("timeout", timeout).toNanos(), 0);
    }

    /** As {@link #await(Duration)}. */
    public R awaitNs(long forNs, long spentNs) {
        wait.await(this, forNs, spentNs);
        return result();
    }

    @Override
    public ResultCode code() {
        return switch (endedStatus()) {
            case CUT_OFF_BY_CLOSE -> ResultCode.CLOSED;
            case CUT_OFF_BY_FAILURE -> ResultCode.FAILED;
            case UNKNOWN -> ResultCode.UNKNOWN;
            default -> code;
        };
    }

    @Override
    public long position() {
        return endedStatus() == SETTLED ? position : 0;
    }

    /** Whether the outcome is there, or was given up. */
    boolean isSettled() {
        return statusAcquire() != PENDING;
    }

    /** Sleeps until settled, woken by who settles it, or for the given time, or for no reason. */
    void park(long timeoutParkNs) {
        Thread me = Thread.currentThread();
        if (!WAITER.compareAndSet(this, null, me)) {
            // Another thread waits for the same ticket and will be woken; this one looks again
            // soon.
            LockSupport.parkNanos(this, Math.min(timeoutParkNs, CROWDED_PARK_NS));
            return;
        }
        try {
            // Pairs with endAs: either this load sees the new status, or endAs sees the waiter.
            if ((int) STATUS.getVolatile(this) == PENDING) {
                LockSupport.parkNanos(this, timeoutParkNs);
            }
        } finally {
            WAITER.setVolatile(this, null);
        }
    }

    @SuppressWarnings("unchecked")
    private R result() {
        int ended = endedStatus();
        if (ended == UNKNOWN) {
            throw new JournalFailedException(this, wait.failure());
        }
        if (ended != SETTLED) {
            throw wait.ending(ended == CUT_OFF_BY_FAILURE);
        }
        if (code != ResultCode.OK) {
            throw Refusal.exception(write, blockNumber, code, detail, reference);
        }
        return (R) reference;
    }

    private void endAs(int ended) {
        // Volatile: publishes the outcome to statusAcquire, and comes before the load of the
        // waiter.
        if (STATUS.compareAndSet(this, PENDING, ended)) {
            Thread parked = (Thread) WAITER.getVolatile(this);
            if (parked != null) {
                LockSupport.unpark(parked);
            }
        }
    }

    private int endedStatus() {
        if (!isDone()) {
            throw new IllegalStateException("the outcome is not there yet");
        }
        return statusAcquire();
    }

    /**
     * Pairs with the compare-and-set in {@link #endAs}: a thread that sees the status sees the
     * outcome.
     */
    private int statusAcquire() {
        return (int) STATUS.getAcquire(this);
    }
}
