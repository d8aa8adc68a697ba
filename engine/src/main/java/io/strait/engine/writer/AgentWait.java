package io.strait.engine.writer;

import io.strait.api.WaitPreset;
import io.strait.engine.access.Fields;
import io.strait.engine.access.Padded;
import io.strait.engine.lane.Wakeup;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
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

    /**
     * Whoever is to bring the work may need this very core, or this carrier of virtual threads.
     * Some 10 microseconds; a power of two.
     */
    private static final int SPINS_BETWEEN_YIELDS = 256;

    private static final VarHandle SLEEPER = Fields.handle(MethodHandles.lookup(), "sleeper");
    private static final VarHandle WAKING = Fields.handle(MethodHandles.lookup(), "waking");

    private int spinsBeforeSleep;
    private BooleanSupplier hasWork = () -> true;
    private LongSupplier nsUntilDue = () -> Long.MAX_VALUE;
    private final SpinCount spins = new SpinCount();
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

    /** Tells when something is due without being asked for, ns. Once, before the agent starts. */
    public void wakeForWhatIsDueIn(LongSupplier ns) {
        nsUntilDue = ns;
    }

    /** Sleeps after a while, whatever the preset. Before the agent starts. */
    public void neverSpinOn() {
        if (spinsBeforeSleep == SPIN_ON) {
            spinsBeforeSleep = BALANCED_SPINS;
        }
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
        if (spinsBeforeSleep != SPIN_ON && spins.count >= spinsBeforeSleep) {
            sleep();
        } else if ((++spins.count & SPINS_BETWEEN_YIELDS - 1) == 0) {
            Thread.yield();
        } else {
            Thread.onSpinWait();
        }
    }

    @Override
    public void reset() {
        spins.count = 0;
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
            LockSupport.parkNanos(this, Math.min(MAX_PARK_NS, nsUntilDue.getAsLong()));
        }
        SLEEPER.setOpaque(this, null);
        // After the sleeper: who has taken that has said before that it is waking, and from now on
        // nobody takes it.
        WAKING.setRelease(this, false);
    }

    /** The agent's own, on a line of its own: who brings work reads the other fields. */
    private static final class SpinCount extends Padded {
        int count;

        long p20;
        long p21;
        long p22;
        long p23;
        long p24;
        long p25;
        long p26;
        long p27;
        long p28;
        long p29;
        long p30;
        long p31;
        long p32;
        long p33;
        long p34;
    }
}
