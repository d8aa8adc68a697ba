package io.strait.engine.lane;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Places for things that are lent to threads again and again, so that these allocate nothing. They
 * lie in the engine, and not with its threads, which live longer: a thread's own variable would
 * lead from the thread to its value, and from that to the engine or to its class loader. Any
 * thread.
 */
final class LoanPlaces<T> {
    private static final int PLACES = 64;

    /** Places of different threads lie on different cache lines. */
    private static final int SPACING = 16;

    private static final int PROBES = 4;
    private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(Object[].class);

    private final Object[] places = new Object[PLACES * SPACING];

    /** What lies at one of the thread's places, or null. */
    @SuppressWarnings("unchecked")
    T take() {
        int home = home();
        for (int i = 0; i < PROBES; i++) {
            // Acquire, paired with giveBack: it is lent as it was left.
            Object taken = PLACE.getAndSetAcquire(places, index(home + i), null);
            if (taken != null) {
                return (T) taken;
            }
        }
        return null;
    }

    /** Puts something at one of the thread's places, unless all of them are taken. */
    void giveBack(T lent) {
        int home = home();
        for (int i = 0; i < PROBES; i++) {
            // Release, paired with take.
            if (PLACE.weakCompareAndSetRelease(places, index(home + i), null, lent)) {
                return;
            }
        }
    }

    private static int home() {
        return (int) Thread.currentThread().getId();
    }

    private static int index(int place) {
        return (place & PLACES - 1) * SPACING;
    }
}
