package io.strait.engine.change;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import io.strait.engine.command.Command;
import io.strait.engine.command.Outcome;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The ring between the writer and the listener. When it is full, changes are dropped and counted:
 * the writer never waits for the listener, and does not wake it either: the listener looks for
 * itself, now and then.
 */
public final class ChangeRing implements ChangeFeed {
    private static final VarHandle LOST_COUNT;

    static {
        try {
            LOST_COUNT =
                    MethodHandles.lookup().findVarHandle(ChangeRing.class, "lostCount", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final RingBuffer<ChangeSlot> ring;
    private final EventPoller<ChangeSlot> poller;
    private long firstStaged;
    private long lastStaged = -1;
    private long lostSinceLastStaged;
    private long lostCount;

    /**
     * An empty ring.
     *
     * @param capacity how many changes it holds, a power of two
     */
    public ChangeRing(int capacity) {
        ring =
                RingBuffer.createSingleProducer(
                        ChangeSlot::new, capacity, new BusySpinWaitStrategy());
        poller = ring.newPoller();
        ring.addGatingSequences(poller.getSequence());
    }

    @Override
    public void stage(long position, Command command, Outcome outcome) {
        try {
            long slot = ring.tryNext();
            ring.get(slot).set(position, command, outcome, lostSinceLastStaged);
            lostSinceLastStaged = 0;
            lastStaged = slot;
        } catch (InsufficientCapacityException e) {
            lostSinceLastStaged++;
            LOST_COUNT.setOpaque(this, lostCount + 1);
        }
    }

    @Override
    public void publish() {
        if (firstStaged <= lastStaged) {
            ring.publish(firstStaged, lastStaged);
            firstStaged = lastStaged + 1;
        }
    }

    /**
     * How many changes were dropped. Opaque: a plain count, read by anybody at any time.
     *
     * @return their number
     */
    public long lostCountOpaque() {
        return (long) LOST_COUNT.getOpaque(this);
    }

    EventPoller<ChangeSlot> poller() {
        return poller;
    }
}
