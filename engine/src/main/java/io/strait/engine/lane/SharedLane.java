package io.strait.engine.lane;

import com.lmax.disruptor.Sequence;
import io.strait.api.write.Write;
import io.strait.engine.access.Fields;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.command.Completion;
import io.strait.engine.record.Opcode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * The lane that takes typed writes from any thread: a ring of words behind a lock, because on the
 * machines measured that is faster than a multi-producer ring at every number of threads: see
 * {@code docs/decisions/0002-shared-lane.md}. Writes are encoded before they enter; the lock is
 * held only to copy their words. Beside the words, each command has its completion, and the write
 * as an object. The lane holds so many commands, whatever their size: the words of one for which
 * the ring has no room travel beside it.
 */
public final class SharedLane {
    /** Slots of the ring for each command that the lane is to hold. */
    private static final int SLOTS_PER_COMMAND = 8;

    private static final int MIN_SLOTS = 64;

    /** The most that a command takes whose words are not in the ring. */
    private static final int LEAST_SLOTS_PER_COMMAND = LaneCommand.LEAD + 1;

    /** What is kept beside each command: its completion, its write, and its words, if apart. */
    private static final int SIDES = 3;

    private static final VarHandle ACCEPTED = Fields.handle(MethodHandles.lookup(), "accepted");
    private static final VarHandle CLOSED = Fields.handle(MethodHandles.lookup(), "closed");

    private final SpinLock lock = new SpinLock();
    private final CommandRing ring;
    private final Object[] sides;
    private final int mask;
    private final Wakeup writerWakeup;
    private final LongAdder backPressured = new LongAdder();

    /** How many commands were accepted: under the lock. */
    private long accepted;

    /** What was last seen of {@link #drained}: under the lock. */
    private long drainedSeen;

    /** How many commands were handed over. */
    private final Sequence drained = new Sequence(0);

    /** The same, for the writer. */
    private long handedOver;

    private boolean closed;

    /** An empty lane for so many commands, a power of two. */
    public SharedLane(int capacity, Wakeup writerWakeup) {
        ring = new CommandRing(Math.max(MIN_SLOTS, SLOTS_PER_COMMAND * capacity));
        sides = new Object[SIDES * capacity];
        mask = capacity - 1;
        this.writerWakeup = writerWakeup;
    }

    /** Offers a write. Any thread; never waits for room. */
    public Offer offer(
            Write<?> write, int argument, WordBuffer words, long nowMs, Completion<?> completion) {
        int opcode = Opcode.of(write.type());
        lock.lockAcquire();
        try {
            Offer refused = refused();
            if (refused != null) {
                return refused;
            }
            long[] wordsBeside = fits(words) ? null : Arrays.copyOf(words.words(), words.count());
            int side = side(accepted);
            sides[side] = completion;
            sides[side + 1] = write;
            sides[side + 2] = wordsBeside;
            accept(
                    wordsBeside == null
                            ? ring.write(opcode, argument, nowMs, words)
                            : ring.writeWithoutWords(opcode, argument, nowMs));
        } finally {
            lock.unlockRelease();
        }
        writerWakeup.signal();
        return Offer.ACCEPTED;
    }

    /** Offers a block update by a handle. Any thread; never waits for room; allocates nothing. */
    public Offer offer(int chainIndex, long blockNumber, long nowMs, Completion<?> completion) {
        lock.lockAcquire();
        try {
            Offer refused = refused();
            if (refused != null) {
                return refused;
            }
            sides[side(accepted)] = completion;
            accept(ring.blockUpdate(chainIndex, blockNumber, nowMs));
        } finally {
            lock.unlockRelease();
        }
        writerWakeup.signal();
        return Offer.ACCEPTED;
    }

    /** Offers a barrier. Any thread; never waits for room. */
    public Offer offerBarrier(Completion<?> completion) {
        lock.lockAcquire();
        try {
            Offer refused = refused();
            if (refused != null) {
                return refused;
            }
            sides[side(accepted)] = completion;
            accept(ring.writeWithoutWords(Opcode.BARRIER, 0, 0));
        } finally {
            lock.unlockRelease();
        }
        writerWakeup.signal();
        return Offer.ACCEPTED;
    }

    /** Takes nothing any more; what is in the lane stays. Any thread; idempotent. */
    public void close() {
        lock.lockAcquire();
        try {
            // Release; pairs with isDrained: who sees it sees everything that was accepted before.
            CLOSED.setRelease(this, true);
        } finally {
            lock.unlockRelease();
        }
        writerWakeup.signal();
    }

    /** Hands commands over in their order; returns how many. Writer thread only. */
    public int drainTo(SharedCommandHandler handler, int limit) {
        long published = ring.lastPublished();
        LaneCommand command = ring.command;
        int count = 0;
        while (command.sequence() < published && count < limit) {
            command.advance(published);
            if (!command.isPadding()) {
                int side = side(handedOver);
                command.wordsBeside((long[]) sides[side + 2]);
                handler.onCommand(command, (Write<?>) sides[side + 1], (Completion<?>) sides[side]);
                clear(side);
                handedOver++;
                count++;
            }
            command.done(0);
        }
        command.wordsBeside(null);
        if (drained.get() != handedOver) {
            // Release stores, paired with the looks for room.
            ring.freed.set(command.lastDone());
            drained.set(handedOver);
        }
        return count;
    }

    /**
     * Cuts off all who wait for what was not handed over, that which failed on the way included.
     * Writer thread only, after {@link #close}.
     */
    public void abandon() {
        lock.lockAcquire();
        long end = accepted;
        lock.unlockRelease();
        for (; handedOver < end; handedOver++) {
            Completion<?> completion = (Completion<?>) sides[side(handedOver)];
            if (completion != null) {
                completion.abandon();
            }
            clear(side(handedOver));
        }
        ring.freed.set(ring.lastPublished());
        drained.set(handedOver);
    }

    /**
     * Whether the lane is closed and everything in it was handed over. Any thread; takes no lock,
     * so that an idle writer can ask all the time.
     */
    public boolean isDrained() {
        return (boolean) CLOSED.getAcquire(this) && isEmpty();
    }

    /**
     * Whether everything in the lane was handed over: exact on the writer thread, or once the lane
     * is closed; an estimate otherwise.
     */
    public boolean isEmpty() {
        return ring.depth() == 0;
    }

    /** How many commands are in the lane: an estimate, because they come and go meanwhile. */
    public long depth() {
        return Math.max(0, acceptedOpaque() - drained.get());
    }

    /** How many commands the lane holds. */
    public int capacity() {
        return mask + 1;
    }

    /** How many writes found the lane full, and failed or had to wait. */
    public long backPressuredCount() {
        return backPressured.sum();
    }

    /** Counts a write that found the lane full: once, however often it tries. */
    void countBackPressured() {
        backPressured.increment();
    }

    private long acceptedOpaque() {
        return (long) ACCEPTED.getOpaque(this);
    }

    /** Why nothing can be accepted now, or null. */
    private Offer refused() {
        if (closed) {
            return Offer.CLOSED;
        }
        return isFull() ? Offer.FULL : null;
    }

    /** Counts the command of a slot: one that was not written would give its sides to the next. */
    private void accept(long slot) {
        if (slot < 0) {
            throw new IllegalStateException("the lane has less room than it should");
        }
        accepted++;
    }

    private boolean isFull() {
        if (accepted - drainedSeen > mask) {
            drainedSeen = drained.get();
        }
        return accepted - drainedSeen > mask;
    }

    /**
     * Whether there is room in the ring for words, and then still for as many commands as the lane
     * holds, without theirs. At the end of the ring a command may leave as many slots unused as it
     * takes.
     */
    private boolean fits(WordBuffer words) {
        long reserved = LEAST_SLOTS_PER_COMMAND * (mask + 2L);
        long needed = 2L * CommandRing.slotsOf(words) + reserved;
        return needed <= ring.capacity() && ring.hasRoom((int) needed);
    }

    private int side(long ordinal) {
        return ((int) ordinal & mask) * SIDES;
    }

    private void clear(int side) {
        sides[side] = null;
        if (sides[side + 1] != null) {
            sides[side + 1] = null;
        }
        if (sides[side + 2] != null) {
            sides[side + 2] = null;
        }
    }
}
