package io.strait.engine.writer;

import io.strait.api.WaitPreset;
import io.strait.engine.access.Fields;
import io.strait.engine.lane.Wakeup;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.IdleStrategy;

/**
 * How an agent waits for work: spin for a while, then, unless the preset says to spin on, sleep
 * until woken. Before it sleeps it announces that it will, and looks once more; whoever brings work
 * looks for the announcement after bringing it; a full fence on either side makes sure that one of
 * them sees the other.
 */
public final class AgentWait implements IdleStrategy, Wakeup {
    /**
     * The longest sleep: bounds the harm if a wake-up is lost, and costs nothing that could be
     * measured.
     */
    private static final long MAX_PARK_NS = 100_000_000;

    private static final int BALANCED_SPINS = 2_000;
    private static final int SPIN_ON = -1;

    private static final VarHandle SLEEPER = Fields.handle(MethodHandles.lookup(), "sleeper");
    private static final VarHandle WAKING = Fields.handle(MethodHandles.lookup(), "waking");

    private final int spinsBeforeSleep;
    private BooleanSupplier hasWork = () -> true;
    private int spins;
    private Thread sleeper;

    /** From when it is woken until it runs: nothing but a hint. */
    private boolean waking;

    private AgentWait(int spinsBeforeSleep) {
        this.spinsBeforeSleep = spinsBeforeSleep;
    }

    /** The way of a preset. */
    public static AgentWait of(WaitPreset preset) {
        return switch (preset) {
            case LOWEST_LATENCY -> new AgentWait(SPIN_ON);
            case BALANCED -> new AgentWait(BALANCED_SPINS);
            case LOWEST_CPU -> new AgentWait(0);
        };
    }

    /** Tells how to look for work before sleeping. Once, before the agent starts. */
    public void lookForWorkWith(BooleanSupplier value) {
        hasWork = value;
    }

    @Override
    public void idle(int workCount) {
        if (workCount > 0) {
            reset();
        } else {
            idle();
        }
    }

    @Override
    public void idle() {
        if (spinsBeforeSleep == SPIN_ON) {
            Thread.onSpinWait();
        } else if (spins < spinsBeforeSleep) {
            spins++;
            Thread.onSpinWait();
        } else {
            sleep();
        }
    }

    @Override
    public void reset() {
        // Looked at first: who brings work reads what lies on the same line.
        if (spins != 0) {
            spins = 0;
        }
    }

    @Override
    public void signal() {
        if (spinsBeforeSleep == SPIN_ON) {
            return;
        }
        // Keeps the publication before the load of the sleeper; pairs with the fence in sleep.
        VarHandle.fullFence();
        Thread sleeping = (Thread) SLEEPER.getOpaque(this);
        if (sleeping != null) {
            // Before the sleeper is taken, or it could be there to stay: see sleep.
            WAKING.setOpaque(this, true);
            if (SLEEPER.compareAndSet(this, sleeping, null)) {
                LockSupport.unpark(sleeping);
            } else {
                WAKING.setOpaque(this, false);
            }
        }
    }

    @Override
    public boolean isWakingOpaque() {
        return (boolean) WAKING.getOpaque(this);
    }

    private void sleep() {
        SLEEPER.setOpaque(this, Thread.currentThread());
        // Keeps the announcement before the look for work; pairs with the fence in signal.
        VarHandle.fullFence();
        if (!hasWork.getAsBoolean()) {
            LockSupport.parkNanos(this, MAX_PARK_NS);
        }
        SLEEPER.setOpaque(this, null);
        // After the sleeper: who has taken that has said before that it is waking, and from now on
        // nobody takes it.
        WAKING.setRelease(this, false);
    }
}
