package io.strait.engine.lane;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import io.strait.api.domain.Chain;
import io.strait.api.write.Write;
import io.strait.engine.command.Command;
import io.strait.engine.command.Completion;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lane that takes writes from any thread: a single-producer ring behind a lock, because on the
 * machines measured that is faster than a multi-producer ring at every number of threads: see
 * {@code docs/decisions/0002-shared-lane.md}. The lock is held only to fill one slot; who finds the
 * lane full gives it back before waiting.
 */
public final class SharedLane {
    private static final long NO_SLOT = -1;
    private static final int SPINS_FOR_LOCK = 200;
    private static final int YIELDS_FOR_LOCK = 100;
    private static final long LOCK_PARK_NS = 20_000;
    private static final VarHandle CLOSED;

    static {
        try {
            CLOSED =
                    MethodHandles.lookup().findVarHandle(SharedLane.class, "closed", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final RingBuffer<Command> ring;
    private final EventPoller<Command> poller;
    private final Wakeup writerWakeup;
    private final LongAdder backPressured = new LongAdder();
    private boolean closed;

    /**
     * An empty lane.
     *
     * @param capacity how many commands it holds, a power of two
     * @param writerWakeup wakes the writer
     */
    public SharedLane(int capacity, Wakeup writerWakeup) {
        // The strategy is never asked to wait: the writer polls, and waits in its own way.
        ring = RingBuffer.createSingleProducer(Command::new, capacity, new BusySpinWaitStrategy());
        poller = ring.newPoller();
        ring.addGatingSequences(poller.getSequence());
        this.writerWakeup = writerWakeup;
    }

    /**
     * Offers a write. Any thread; never waits for room.
     *
     * @param write the write
     * @param nowMs the engine's time, milliseconds since 1970-01-01 UTC
     * @param completion where the outcome goes
     * @return what became of it
     */
    public Offer offer(Write<?> write, long nowMs, Completion<?> completion) {
        return offer(write, null, 0, nowMs, completion);
    }

    /**
     * Offers a block update. Any thread; never waits for room; allocates nothing.
     *
     * @param chain the chain
     * @param blockNumber its last processed block
     * @param nowMs the engine's time, milliseconds since 1970-01-01 UTC
     * @param completion where the outcome goes
     * @return what became of it
     */
    public Offer offer(Chain chain, long blockNumber, long nowMs, Completion<?> completion) {
        return offer(null, chain, blockNumber, nowMs, completion);
    }

    /**
     * Offers a barrier. Any thread; never waits for room.
     *
     * @param completion who waits for it
     * @return what became of it
     */
    public Offer offerBarrier(Completion<?> completion) {
        return offer(null, null, 0, 0, completion);
    }

    /** Takes nothing any more; what is in the lane stays. Any thread; idempotent. */
    public void close() {
        lock();
        try {
            // Release; pairs with isDrained: who sees it sees everything that was accepted before.
            CLOSED.setRelease(this, true);
        } finally {
            lock.unlock();
        }
        writerWakeup.signal();
    }

    /**
     * The writer's way to the commands.
     *
     * @param handler takes them
     * @return a poller, for the writer thread only
     */
    public LanePoller pollerTo(CommandHandler handler) {
        return new LanePoller(poller, handler);
    }

    /**
     * Whether the lane is closed and everything in it was handed over. Any thread; takes no lock,
     * so that an idle writer can ask all the time.
     *
     * @return true when nothing will come any more
     */
    public boolean isDrained() {
        return (boolean) CLOSED.getAcquire(this) && isEmpty();
    }

    /**
     * Whether everything in the lane was handed over: exact on the writer thread, or once the lane
     * is closed; an estimate otherwise.
     *
     * @return true when there is nothing to hand over
     */
    public boolean isEmpty() {
        return depth() == 0;
    }

    /**
     * How many commands are in the lane: an estimate, because they come and go meanwhile.
     *
     * @return 0 to the capacity
     */
    public long depth() {
        return Math.max(0, ring.getCursor() - poller.getSequence().get());
    }

    /**
     * How many commands the lane holds.
     *
     * @return the capacity
     */
    public int capacity() {
        return ring.getBufferSize();
    }

    /**
     * How many writes found the lane full, and failed or had to wait.
     *
     * @return the number of writes
     */
    public long backPressuredCount() {
        return backPressured.sum();
    }

    /** Counts a write that found the lane full: once, however often it tries. */
    void countBackPressured() {
        backPressured.increment();
    }

    private Offer offer(
            Write<?> write, Chain chain, long blockNumber, long nowMs, Completion<?> completion) {
        lock();
        try {
            if (closed) {
                return Offer.CLOSED;
            }
            long slot = claim();
            if (slot == NO_SLOT) {
                return Offer.FULL;
            }
            publish(slot, write, chain, blockNumber, nowMs, completion);
        } finally {
            lock.unlock();
        }
        writerWakeup.signal();
        return Offer.ACCEPTED;
    }

    /**
     * Not the lock's own {@code lock()}: where threads contend, it allocates a node for each that
     * waits. The time spent here counts in no time-out: it is that of a few slots' filling, or, in
     * a crowd of threads far beyond the cores, of the scheduler's turns.
     */
    private void lock() {
        int attempts = 0;
        while (!lock.tryLock()) {
            attempts++;
            if (attempts < SPINS_FOR_LOCK) {
                Thread.onSpinWait();
            } else if (attempts < SPINS_FOR_LOCK + YIELDS_FOR_LOCK) {
                // Whoever holds it was taken off its core, and may need this one.
                Thread.yield();
            } else {
                // A crowd that only yields keeps the holder from its core.
                LockSupport.parkNanos(this, LOCK_PARK_NS);
            }
        }
    }

    /**
     * Not {@code next()}: it asserts that one thread does all the claiming, and here one lock does.
     */
    private long claim() {
        try {
            return ring.tryNext();
        } catch (InsufficientCapacityException e) {
            return NO_SLOT;
        }
    }

    private void publish(
            long slot,
            Write<?> write,
            Chain chain,
            long blockNumber,
            long nowMs,
            Completion<?> completion) {
        try {
            Command command = ring.get(slot);
            if (write != null) {
                command.set(write, nowMs, completion);
            } else if (chain != null) {
                command.set(chain, blockNumber, nowMs, completion);
            } else {
                command.setBarrier(completion);
            }
        } finally {
            // A slot that was claimed must be published, or the ring stands still; a cleared slot
            // is harmless.
            ring.publish(slot);
        }
    }
}
