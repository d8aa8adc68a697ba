package io.strait.engine.lane;

import io.strait.api.error.CapacityExceededException;
import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The producers' lanes: all that were ever opened, since a lane that is handed back serves the next
 * producer. The writer looks into each of them in turn.
 */
public final class ProducerLanes {
    /** Slots for each of the writes that a lane is to hold. */
    private static final int SLOTS_PER_WRITE = 2;

    /** A block update of three slots finds room wherever the ring ends. */
    private static final int MIN_SLOTS = 8;

    private static final VarHandle CLOSED = Fields.handle(MethodHandles.lookup(), "closed");

    private final int laneCapacity;
    private final int maxExclusive;

    /** Grows under the monitor of this, by copying; volatile, so that the writer sees new lanes. */
    private volatile ProducerLane[] lanes = new ProducerLane[0];

    private boolean closed;

    /** No lanes yet. */
    public ProducerLanes(int laneCapacity, int maxExclusive) {
        this.laneCapacity = laneCapacity;
        this.maxExclusive = maxExclusive;
    }

    /** The lane of a number, or null. Any thread. */
    ProducerLane lane(int number) {
        ProducerLane[] all = lanes;
        return number < all.length ? all[number] : null;
    }

    /**
     * Opens a lane for one producer: one that was handed back, or whose thread has ended, if there
     * is any. What the last producer has still in it comes first. Any thread.
     */
    synchronized ProducerLane open(LaneHolder holder) {
        int exclusive = 0;
        for (ProducerLane lane : lanes) {
            if (lane.take(holder)) {
                return lane;
            }
            exclusive += lane.isTheEngines() ? 0 : 1;
        }
        if (exclusive == maxExclusive) {
            throw new CapacityExceededException("maxExclusiveProducers", maxExclusive);
        }
        // Made first, and then taken as any other: what is thrown in between loses no lane.
        ProducerLane added = add(null, null);
        added.take(holder);
        return added;
    }

    /** Opens a lane that is never handed back, with a lock or none. Any thread. */
    synchronized ProducerLane addShared(SpinLock lock) {
        return add(lock, LaneHolder.ENGINE);
    }

    /** Takes nothing any more; what is in the lanes stays. Any thread; idempotent. */
    public void close() {
        // Release; pairs with isClosedAcquire: a thread that sees it sees what was handed in
        // before.
        CLOSED.setRelease(this, true);
    }

    /** Whether nothing is taken any more. Pairs with {@link #close}. */
    boolean isClosedAcquire() {
        return (boolean) CLOSED.getAcquire(this);
    }

    /** Hands commands over, lane by lane. Writer thread only. */
    public int drainTo(CommandHandler handler, int limit, long turn) {
        ProducerLane[] all = lanes;
        int count = 0;
        if (all.length > 0) {
            int first = all.length == 1 ? 0 : (int) (turn % all.length);
            for (int i = 0; i < all.length && count < limit; i++) {
                int index = first + i < all.length ? first + i : first + i - all.length;
                count += all[index].drainTo(handler, limit - count);
            }
        }
        return count;
    }

    /** Shows what became of everything that was handed over. Writer thread only. */
    public void acknowledge() {
        for (ProducerLane lane : lanes) {
            lane.acknowledge();
        }
    }

    /**
     * Shows that nobody knows what becomes of what was applied and not acknowledged. Writer thread
     * only.
     */
    public void leaveUnknown() {
        for (ProducerLane lane : lanes) {
            lane.leaveUnknown();
        }
    }

    /**
     * Whether everything was handed over and acknowledged: an estimate, but on the writer thread.
     */
    public boolean isEmpty() {
        return depth() == 0;
    }

    /** How many slots of the lanes are taken: an estimate, because they come and go meanwhile. */
    public long depth() {
        long depth = 0;
        for (ProducerLane lane : lanes) {
            depth += lane.depth();
        }
        return depth;
    }

    private ProducerLane add(SpinLock lock, LaneHolder holder) {
        int count = lanes.length;
        int slots = Math.max(MIN_SLOTS, SLOTS_PER_WRITE * laneCapacity);
        ProducerLane lane = new ProducerLane(count, slots, lock, holder);
        ProducerLane[] grown = Arrays.copyOf(lanes, count + 1);
        grown[count] = lane;
        lanes = grown;
        return lane;
    }
}
