package io.strait.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A release store publishes every plain store before it: the one ordering that all publication here
 * rests on.
 */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Read before publication.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Published between the two reads.")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Read after publication.")
@State
public class ReleaseAcquireStress {
    private static final VarHandle PUBLISHED;

    static {
        try {
            PUBLISHED =
                    MethodHandles.lookup()
                            .findVarHandle(ReleaseAcquireStress.class, "published", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private int value;
    private int published;

    /** Stores the value, then publishes it. */
    @Actor
    public void writer() {
        value = 1;
        PUBLISHED.setRelease(this, 1);
    }

    /**
     * Reads in the opposite order.
     *
     * @param r where to put what was seen
     */
    @Actor
    public void reader(II_Result r) {
        r.r1 = (int) PUBLISHED.getAcquire(this);
        r.r2 = value;
    }
}
