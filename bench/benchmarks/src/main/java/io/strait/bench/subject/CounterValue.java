package io.strait.bench.subject;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A number that one thread writes and another reads. */
abstract class CounterValue extends CounterPadding {
    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(CounterValue.class, "value", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long value;

    /** Pairs with {@link #valueAcquire}: who sees the number sees what was written before it. */
    final void valueRelease(long number) {
        VALUE.setRelease(this, number);
    }

    /** Pairs with {@link #valueRelease}. */
    final long valueAcquire() {
        return (long) VALUE.getAcquire(this);
    }
}
