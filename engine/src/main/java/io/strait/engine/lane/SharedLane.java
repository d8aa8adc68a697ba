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
 * held only to copy their words. Beside the words, each command has its completion, which has the
 * write as an object. The lane holds so many commands, whatever their size: the words of a long
 * one, or of one for which the ring has no room, travel beside it.
 */
public final class SharedLane {
    /** Slots of the ring for each command that the lane is to hold. */
    private static final int SLOTS_PER_COMMAND = 8;

    private static final int MIN_SLOTS = 64;

    /** The most that a command takes whose words are not in the ring. */
    private static final int LEAST_SLOTS_PER_COMMAND = LaneCommand.LEAD + 1;

    /** More words are not copied while the lock is held. */
    private static final int MOST_WORDS_IN_RING = 512;

    private static final VarHandle ACCEPTED = Fields.handle(MethodHandles.lookup(), "accepted");
    private static final VarHandle CLOSED = Fields.handle(MethodHandles.lookup(), "closed");

    final SpinLock lock = new SpinLock();
    private final CommandRing ring;

    /** The completion of each command. */
    private final Completion<?>[] completions;

    /** The words of each command that has none in the ring. */
    private final long[][] wordsBeside;

    private final int mask;
    private final Wakeup writerWakeup;
    private final LongAdder backPressured = new LongAdder();

    /** How many commands were accepted: under the lock. */
    private long accepted;

    /** How many there were before the one that came last: under the lock. */
    private long acceptedBefore;

    /** The last slot of the last one of them: under the lock. */
    private long acceptedSlot = -1;

    /** What was last seen of {@link #drained}: under the lock. */
    private long drainedSeen;

    /** How many commands were handed over. */
    private final Sequence drained = new Sequence(0);

    /** The same, for the writer. */
    private long handedOver;

    private boolean closed;

    /** An empty lane for so many commands, a power of two. */
    public SharedLane(int capacity, Wakeup writerWakeup) {
        this(
                capacity,
                new CommandRing(Math.max(MIN_SLOTS, SLOTS_PER_COMMAND * capacity)),
                writerWakeup);
    }

    SharedLane(int capacity, CommandRing ring, Wakeup writerWakeup) {
        this.ring = ring;
        completions = new Completion<?>[capacity];
        wordsBeside = new long[capacity][];
        mask = capacity - 1;
        this.writerWakeup = writerWakeup;
    }

    /**
     * Offers a write. Any thread; never waits for room. A lane that is locked for long is full.
     *
     * @param completion has the write as an object; null when there is none, and nobody waits
     */
    public Offer offer(
            int opcode, int argument, WordBuffer words, long nowMs, Completion<?> completion) {
        long[] beside = null;
        if (words.count() > MOST_WORDS_IN_RING) {
            if (depth() >= capacity()) {
                return isClosedAcquire() ? Offer.CLOSED : Offer.FULL;
            }
            beside = copy(words);
        }
        return offer(opcode, argument, words, beside, nowMs, completion);
    }

    /** Offers a block update by a handle: as {@link #offer}; allocates nothing. */
    public Offer offer(int chainIndex, long blockNumber, long nowMs, Completion<?> completion) {
        Offer offer;
        if (!lock.tryLockAcquire()) {
            return isClosedAcquire() ? Offer.CLOSED : Offer.FULL;
        }
        try {
            offer = begin(completion);
            if (offer == Offer.ACCEPTED) {
                accept(ring.blockUpdate(chainIndex, blockNumber, nowMs));
            }
            lock.unlockRelease();
        } catch (Throwable t) {
            lock.holder = null;
            throw t;
        }
        return signal(offer);
    }

    /** Offers a barrier. Any thread; never waits for room. */
    public Offer offerBarrier(Completion<?> completion) {
        return offer(Opcode.BARRIER, 0, null, null, 0, completion);
    }

    private Offer offer(
            int opcode,
            int argument,
            WordBuffer words,
            long[] beside,
            long nowMs,
            Completion<?> completion) {
        Offer offer;
        if (!lock.tryLockAcquire()) {
            return isClosedAcquire() ? Offer.CLOSED : Offer.FULL;
        }
        try {
            offer = begin(completion);
            if (offer == Offer.ACCEPTED) {
                boolean isInRing = beside == null && words != null;
                if (isInRing && fits(words.count())) {
                    accept(ring.write(opcode, argument, nowMs, words.count(), words));
                } else {
                    wordsBeside[side(accepted)] = isInRing ? copy(words) : beside;
                    accept(ring.writeWithoutWords(opcode, argument, nowMs));
                }
            }
            lock.unlockRelease();
        } catch (Throwable t) {
            lock.holder = null;
            throw t;
        }
        return signal(offer);
    }

    /** Takes nothing any more; what is in the lane stays. Any thread; idempotent. */
    public void close() {
        boolean locked = lock.tryLockAcquire();
        try {
            // Release; pairs with isDrained: a thread that sees it sees everything that was
            // accepted before. Without the lock, whoever holds that may still hand something in,
            // and is told that it was cut off.
            CLOSED.setRelease(this, true);
            if (locked) {
                lock.unlockRelease();
            }
        } catch (Throwable t) {
            if (locked) {
                lock.holder = null;
            }
            throw t;
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
                command.wordsBeside(command.isWithoutWords() ? wordsBeside[side] : null);
                Completion<?> completion = completions[side];
                Write<?> write = completion == null ? null : completion.write();
                handler.onCommand(command, write, completion);
                command.wipeIfSecret();
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
        long end = acceptedOpaque();
        if (lock.tryLockAcquire()) {
            try {
                countInDoubt();
                end = accepted;
                lock.unlockRelease();
            } catch (Throwable t) {
                lock.holder = null;
                throw t;
            }
        }
        for (; handedOver < end; handedOver++) {
            Completion<?> completion = completions[side(handedOver)];
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
        return isClosedAcquire() && isEmpty();
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

    private boolean isClosedAcquire() {
        return (boolean) CLOSED.getAcquire(this);
    }

    private static long[] copy(WordBuffer words) {
        return Arrays.copyOf(words.words(), words.count());
    }

    private Offer signal(Offer offer) {
        if (offer == Offer.ACCEPTED) {
            writerWakeup.signal();
        }
        return offer;
    }

    /** Puts a completion where the next command's belongs, unless nothing can be accepted now. */
    private Offer begin(Completion<?> completion) {
        countInDoubt();
        if (closed) {
            return Offer.CLOSED;
        }
        if (isFull()) {
            return Offer.FULL;
        }
        acceptedBefore = accepted;
        completions[side(accepted)] = completion;
        return Offer.ACCEPTED;
    }

    /** Counts the command that ends at a slot; once, even if something is thrown in between. */
    private void accept(long slot) {
        if (slot < 0) {
            throw new IllegalStateException("the lane has less room than it should");
        }
        accepted = acceptedBefore + 1;
        acceptedSlot = slot;
    }

    /** Counts a command that was published, but not counted: something was thrown in between. */
    private void countInDoubt() {
        long published = ring.lastPublished();
        if (published != acceptedSlot) {
            accept(published);
        }
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
    private boolean fits(int wordCount) {
        long reserved = LEAST_SLOTS_PER_COMMAND * (mask + 2L);
        long needed = 2L * CommandRing.slotsOf(wordCount) + reserved;
        return needed <= ring.capacity() && ring.hasRoom((int) needed);
    }

    private int side(long ordinal) {
        return (int) ordinal & mask;
    }

    private void clear(int side) {
        completions[side] = null;
        if (wordsBeside[side] != null) {
            wordsBeside[side] = null;
        }
    }
}
