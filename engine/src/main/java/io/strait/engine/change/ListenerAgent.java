package io.strait.engine.change;

import com.lmax.disruptor.EventPoller;
import io.strait.api.ChangeListener;
import io.strait.engine.access.Fields;
import io.strait.engine.lifecycle.Latches;
import io.strait.engine.lifecycle.Lifecycle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.BackoffIdleStrategy;

/**
 * Calls the change listener, one change at a time. What the listener throws is counted, and the
 * next change follows.
 */
public final class ListenerAgent implements Agent {
    private static final int SPINS = 100;
    private static final int YIELDS = 10;
    private static final long MIN_PARK_NS = 10_000;
    private static final long MAX_PARK_NS = 16_000_000;

    private static final VarHandle FAILURE_COUNT =
            Fields.handle(MethodHandles.lookup(), "failureCount");

    private final ChangeRing changes;
    private final ChangeListener listener;
    private final Lifecycle lifecycle;
    private final EventPoller.Handler<ChangeSlot> handler = this::onSlot;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final BooleanSupplier hasEnded;
    private volatile boolean closing;
    private long failureCount;
    private long toldLostCount;

    /**
     * This agent for a thread of its own: it looks for changes itself, less and less often, so that
     * the writer need not wake it, and does its own idling, so that no interrupt ends it.
     */
    public Agent forOwnThread() {
        return new UninterruptedAgent(
                this, new BackoffIdleStrategy(SPINS, YIELDS, MIN_PARK_NS, MAX_PARK_NS));
    }

    /** A listener's agent, to be run by one thread. */
    public ListenerAgent(ChangeRing changes, ChangeListener listener, Lifecycle lifecycle) {
        this.changes = changes;
        this.listener = listener;
        this.lifecycle = lifecycle;
        hasEnded = lifecycle::hasListenerEnded;
    }

    @Override
    public String roleName() {
        return "listener";
    }

    @Override
    public void onStart() {
        lifecycle.enterListenerThread();
    }

    @Override
    public int doWork() throws Exception {
        try {
            return tellNext();
        } catch (AgentTerminationException e) {
            throw e;
        } catch (Throwable t) {
            // Outside the listener itself: no memory, or no stack.
            countFailure();
            return 1;
        } finally {
            // A listener that sets its thread's interrupt flag would end this agent otherwise.
            Thread.interrupted();
        }
    }

    private int tellNext() throws Exception {
        // Both are read before the poll: what was published before them is told before they count.
        boolean last = closing;
        long lostCount = changes.lostCountAcquire();
        if (changes.poller().poll(handler) == EventPoller.PollState.PROCESSING) {
            return 1;
        }
        tellLost(lostCount);
        if (last) {
            throw new AgentTerminationException();
        }
        return 0;
    }

    @Override
    public void onClose() {
        stopped.countDown();
    }

    /** Tells what was published, and stops. Called after the writer stopped. */
    public void close(long timeoutNs) {
        closeNow();
        Latches.awaitUninterruptibly(stopped, timeoutNs, TimeUnit.NANOSECONDS, hasEnded);
    }

    /** Tells what was published, and stops; does not wait for it. */
    public void closeNow() {
        closing = true;
    }

    /** How often the listener threw. Opaque: a plain count, read by anybody at any time. */
    public long failureCountOpaque() {
        return (long) FAILURE_COUNT.getOpaque(this);
    }

    /** Takes one change and no more, so that its slot is free again at once. */
    private boolean onSlot(ChangeSlot slot, long sequence, boolean endOfBatch) {
        tellLost(slot.lostSoFar());
        try {
            listener.onChange(slot.toChange());
        } catch (Throwable t) {
            countFailure();
        }
        slot.clear();
        return false;
    }

    private void tellLost(long lostCount) {
        long untold = lostCount - toldLostCount;
        if (untold > 0) {
            toldLostCount = lostCount;
            try {
                listener.onLost(untold);
            } catch (Throwable t) {
                countFailure();
            }
        }
    }

    /** The listener is the user's: its errors are counted and must not stop what follows. */
    private void countFailure() {
        FAILURE_COUNT.setOpaque(this, failureCount + 1);
    }
}
