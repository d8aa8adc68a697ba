package io.strait.engine.lane;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * One at a time holds the lock, and sees what was done under it before.
 *
 * <p>Seen to fail on this planted bug: a lock that is taken without the compare-and-set ({@code
 * 1}).
 */
@JCStressTest
@Outcome(id = "2", expect = ACCEPTABLE, desc = "Both counted.")
@State
public class SpinLockStress {
    private final SpinLock lock = new SpinLock();
    private int count;

    /** Counts. */
    @Actor
    public void first() {
        count();
    }

    /** Counts. */
    @Actor
    public void second() {
        count();
    }

    /**
     * Looks.
     *
     * @param r what was counted
     */
    @Arbiter
    public void afterwards(I_Result r) {
        r.r1 = count;
    }

    private void count() {
        while (!lock.tryLockAcquire()) {
            Thread.onSpinWait();
        }
        count++;
        lock.unlockRelease();
    }
}
