package io.strait.engine.writer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.strait.api.WaitPreset;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * An agent that goes to sleep sees the work that was brought, or whoever brought it sees the
 * sleeper. A sleeper that nobody saw would wake only when its longest sleep is over; the test does
 * not wait for that, but looks, at the last moment before the sleep, whether the announcement was
 * taken down by the signal.
 *
 * <p>Seen to fail on these planted bugs: no fence in {@code signal}; no fence in {@code sleep}
 * ({@code NEITHER}, both).
 */
@JCStressTest
@Outcome(id = "WORK_SEEN", expect = ACCEPTABLE, desc = "The agent saw the work.")
@Outcome(id = "SLEEPER_SEEN", expect = ACCEPTABLE, desc = "The signal saw the sleeper.")
@Outcome(id = "NEITHER", expect = FORBIDDEN, desc = "A lost wake-up.")
@State
public class AgentWaitStress {
    private static final VarHandle WORK;
    private static final VarHandle SLEEPER;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            WORK = lookup.findVarHandle(AgentWaitStress.class, "work", boolean.class);
            SLEEPER =
                    MethodHandles.privateLookupIn(AgentWait.class, lookup)
                            .findVarHandle(AgentWait.class, "sleeper", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final AgentWait wait = AgentWait.of(WaitPreset.LOWEST_CPU);
    private boolean work;
    private volatile boolean signalled;
    private String seen;

    /** Brings work as a ring does, with a release store, and signals. */
    @Actor
    public void producer() {
        WORK.setRelease(this, true);
        wait.signal();
        signalled = true;
    }

    /**
     * Goes to sleep, with this test as its last look for work.
     *
     * @param r who saw whom
     */
    @Actor
    public void agent(L_Result r) {
        wait.lookForWorkWith(this::lookForWork);
        wait.idle();
        r.r1 = seen;
    }

    /** Says that there is work in any case, so that nobody sleeps. */
    private boolean lookForWork() {
        if ((boolean) WORK.getAcquire(this)) {
            seen = "WORK_SEEN";
        } else {
            while (!signalled) {
                Thread.onSpinWait();
            }
            boolean sleeps = SLEEPER.getVolatile(wait) != null;
            seen = sleeps ? "NEITHER" : "SLEEPER_SEEN";
        }
        return true;
    }
}
