package io.strait.engine.lane;

import io.strait.api.error.ResultCode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A lane with one producer at a time: a ring of commands to the writer, and beside it one of
 * outcomes back. A slot is free again when its command's outcome is visible, so one sequence says
 * both. The outcomes stay until their places are needed for commands a whole lane later. A producer
 * that closes leaves the lane to the next one, whatever is still in it.
 */
public final class ProducerLane extends CommandRing {
    private static final int CODE_BITS = 8;
    private static final long CODE_MASK = (1 << CODE_BITS) - 1;
    private static final int STORAGE_FULL = ResultCode.STORAGE_FULL.code();
    private static final int UNKNOWN = ResultCode.UNKNOWN.code();
    private static final VarHandle OUTCOME = MethodHandles.arrayElementVarHandle(long[].class);

    /** Who holds it is the producer; null when the lane has one thread only. */
    final SpinLock lock;

    private final int number;
    private final Acknowledgement acknowledgement = new Acknowledgement();
    private final long[] outcomes;
    private final int mask;
    private LaneHolder holder;

    ProducerLane(int number, int capacity, SpinLock lock, LaneHolder holder) {
        super(capacity);
        this.holder = holder;
        this.lock = lock;
        this.number = number;
        outcomes = new long[capacity];
        mask = capacity - 1;
    }

    /** Which of the engine's lanes this is, from 0. */
    int number() {
        return number;
    }

    /**
     * Takes the lane for a new producer, unless somebody holds it. Under the monitor of the lanes.
     * A holder that is found to have ended has done all that it ever did before, so the new
     * producer sees the ring as the last one left it.
     */
    boolean take(LaneHolder by) {
        if (holder != null && !holder.hasEnded()) {
            return false;
        }
        holder = by;
        refusedSlots = NONE_REFUSED;
        return true;
    }

    /** Whether it is never handed back. Under the monitor of the lanes. */
    boolean isTheEngines() {
        return holder == LaneHolder.ENGINE;
    }

    /**
     * The last command whose outcome can be seen, together with that outcome: see {@link
     * Acknowledgement}. Any thread.
     */
    long acknowledgedAcquire() {
        return acknowledgement.wordAcquire();
    }

    /** Hands commands over in their order; returns how many. Writer thread only. */
    int drainTo(CommandHandler handler, int limit) {
        long published = lastPublished();
        int count = 0;
        while (command.sequence() < published && count < limit) {
            command.advance(published);
            if (command.isBlockWord()) {
                count += handler.onBlocks(this, command, limit - count);
            } else if (command.isPadding()) {
                command.done(0);
            } else {
                handler.onCommand(this, command);
                command.wipeIfSecret();
                count++;
            }
        }
        return count;
    }

    /**
     * Notes what became of the present command, for nobody to see before {@link #acknowledge}.
     * Writer thread only.
     */
    public void outcomeRelease(long position, int code) {
        // Release, so that a reader that sees this one over the one it asks for also sees that the
        // command which took that one's place was published: see outcomeAcquire.
        int index = (int) command.sequence() & mask;
        OUTCOME.setRelease(outcomes, index, outcome(position, code));
        command.done(code);
    }

    /**
     * Notes that a run of commands of a slot each, which begins with the present one, was done: see
     * {@link #outcomeRelease}.
     */
    public void outcomesRelease(long position, int count, int code) {
        // Once for all of the stores, which are opaque.
        VarHandle.releaseFence();
        int first = (int) command.sequence();
        for (int i = 0; i < count; i++) {
            OUTCOME.setOpaque(outcomes, first + i & mask, outcome(position + i, code));
        }
        command.done(count, code);
    }

    /**
     * Shows the outcomes of all commands that are done, and frees their slots. Writer thread only,
     * after publication. Release stores, paired with {@link #acknowledgedAcquire} and with the look
     * for room.
     */
    void acknowledge() {
        long last = command.lastDone();
        if (freed.get() != last) {
            acknowledgement.wordRelease(last, command.code());
            freed.set(last);
        }
    }

    /**
     * Shows that nobody knows what becomes of the commands that are done and were not acknowledged.
     * As {@link #acknowledge}, in its place.
     */
    void leaveUnknown() {
        long last = command.lastDone();
        for (long done = freed.get() + 1; done <= last; done++) {
            int index = (int) done & mask;
            if (codeOf(outcomes[index]) != STORAGE_FULL) {
                // Published by the release store below.
                OUTCOME.setOpaque(outcomes, index, outcome(0, UNKNOWN));
            }
        }
        if (freed.get() != last) {
            acknowledgement.wordRelease(
                    last, command.code() == STORAGE_FULL ? STORAGE_FULL : UNKNOWN);
            freed.set(last);
        }
    }

    /**
     * An acknowledged command's outcome, or -1 when another one took its place. Pairs with {@link
     * #outcomeRelease}: a thread that sees the later outcome sees its command published.
     */
    long outcomeAcquire(long sequence) {
        long outcome = (long) OUTCOME.getAcquire(outcomes, (int) sequence & mask);
        return lastPublished() - sequence > mask ? -1 : outcome;
    }

    private static long outcome(long position, int code) {
        return position << CODE_BITS | code & CODE_MASK;
    }

    static int codeOf(long outcome) {
        return (byte) outcome;
    }

    static long positionOf(long outcome) {
        return outcome >>> CODE_BITS;
    }
}
