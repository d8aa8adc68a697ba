package io.strait.engine.change;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import io.strait.api.domain.Chain;
import io.strait.api.write.Write;
import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The ring between the writer and the listener. When it is full, changes are dropped and counted:
 * the writer never waits for the listener, and does not wake it either: the listener looks for
 * itself, now and then.
 *
 * <p>Changes are staged in slots that are not claimed yet: the ring moves its cursor to the last
 * claimed slot when it looks for room, and a change must not be seen before it is published.
 */
public final class ChangeRing implements ChangeFeed {
    private static final VarHandle LOST_COUNT = Fields.handle(MethodHandles.lookup(), "lostCount");

    private final RingBuffer<ChangeSlot> ring;
    private final EventPoller<ChangeSlot> poller;
    private long lastPublished = -1;
    private int stagedCount;
    private long lostSoFar;

    /** What the listener is to know of {@link #lostSoFar}. */
    private long lostCount;

    /** An empty ring. */
    public ChangeRing(int capacity) {
        ring =
                RingBuffer.createSingleProducer(
                        ChangeSlot::new, capacity, new BusySpinWaitStrategy());
        poller = ring.newPoller();
        ring.addGatingSequences(poller.getSequence());
    }

    @Override
    public void stage(long position, long timeMs, Write<?> write, Object result) {
        ChangeSlot slot = nextSlot();
        if (slot != null) {
            slot.set(position, timeMs, write, result, lostSoFar);
        }
    }

    @Override
    public void stage(long position, long timeMs, Chain chain, long blockNumber) {
        ChangeSlot slot = nextSlot();
        if (slot != null) {
            slot.set(position, timeMs, chain, blockNumber, lostSoFar);
        }
    }

    @Override
    public void publish() {
        if (stagedCount > 0) {
            lastPublished = claimStaged();
            ring.publish(lastPublished - stagedCount + 1, lastPublished);
            stagedCount = 0;
        }
        if (lostSoFar != lostCount) {
            // Release, after the changes that came before the loss; pairs with lostCountAcquire.
            LOST_COUNT.setRelease(this, lostSoFar);
        }
    }

    /**
     * How many changes were dropped and are published otherwise. Acquire: a thread that sees a loss
     * sees the changes that were published before it.
     */
    public long lostCountAcquire() {
        return (long) LOST_COUNT.getAcquire(this);
    }

    EventPoller<ChangeSlot> poller() {
        return poller;
    }

    /** The slot for the next change, or null when it is lost, which is counted. */
    private ChangeSlot nextSlot() {
        long slot = lastPublished + stagedCount + 1;
        if (slot - poller.getSequence().get() > ring.getBufferSize()) {
            lostSoFar++;
            return null;
        }
        stagedCount++;
        return ring.get(slot);
    }

    private long claimStaged() {
        try {
            return ring.tryNext(stagedCount);
        } catch (InsufficientCapacityException e) {
            throw new IllegalStateException("no more was staged than there was room for", e);
        }
    }
}
