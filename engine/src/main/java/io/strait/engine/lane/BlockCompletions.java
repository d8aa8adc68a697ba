package io.strait.engine.lane;

import io.strait.engine.command.CallerWait;
import io.strait.engine.command.Completion;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Completions that are lent for block updates again and again, so that these allocate nothing. They
 * lie in the engine, and not with its threads, which live longer. One that does not come back,
 * because its outcome was not heard, is replaced: the writer may still settle it, and somebody may
 * hold it as a ticket.
 */
final class BlockCompletions {
    private static final int PLACES = 64;

    /** Places of different threads lie on different cache lines. */
    private static final int SPACING = 16;

    private static final int PROBES = 4;
    private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(Completion[].class);

    private final CallerWait callerWait;
    private final Completion<?>[] places = new Completion<?>[PLACES * SPACING];

    BlockCompletions(CallerWait callerWait) {
        this.callerWait = callerWait;
    }

    /** Lends a completion; a new one when the thread's places are empty. */
    @SuppressWarnings("unchecked")
    Completion<Void> borrow(long timeoutNs, long blockNumber) {
        int home = home();
        for (int i = 0; i < PROBES; i++) {
            // Acquire, paired with giveBack: it is lent as it was left.
            Completion<Void> completion =
                    (Completion<Void>) PLACE.getAndSetAcquire(places, index(home + i), null);
            if (completion != null) {
                completion.reset(timeoutNs, blockNumber);
                return completion;
            }
        }
        Completion<Void> completion = new Completion<>(callerWait, timeoutNs);
        completion.reset(timeoutNs, blockNumber);
        return completion;
    }

    /** Takes back a completion that no command has, or whose outcome was heard. */
    void giveBack(Completion<Void> completion) {
        int home = home();
        for (int i = 0; i < PROBES; i++) {
            // Release, paired with borrow.
            if (PLACE.weakCompareAndSetRelease(places, index(home + i), null, completion)) {
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
