package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.Callable;

/**
 * A call on a thread of its own, and how it ended. Whoever asks for the end gives the call one
 * second from then on: that is the rule that no call hangs.
 */
final class Caller<T> {
    private static final long JOIN_MS = 100;

    private final Callable<T> call;
    private final Thread thread;
    private T value;
    private Throwable thrown;
    private boolean interrupted;

    private Caller(Callable<T> call) {
        this.call = call;
        thread = new Thread(this::run, "caller");
        thread.setDaemon(true);
    }

    static <T> Caller<T> compute(Callable<T> call) {
        Caller<T> caller = new Caller<>(call);
        caller.thread.start();
        return caller;
    }

    static Caller<Void> start(Runnable call) {
        return compute(
                () -> {
                    call.run();
                    return null;
                });
    }

    void interrupt() {
        thread.interrupt();
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    /** Makes sure that the call has ended, or ends within a second. */
    Caller<T> released() {
        Patience patience = new Patience();
        while (thread.isAlive() && !patience.isOver()) {
            try {
                thread.join(JOIN_MS);
            } catch (InterruptedException e) {
                throw new AssertionError("the test was interrupted", e);
            }
        }
        if (thread.isAlive()) {
            AssertionError hanging = new AssertionError("the caller hangs here");
            hanging.setStackTrace(thread.getStackTrace());
            throw new AssertionError("not released within a second", hanging);
        }
        return this;
    }

    T value() {
        released();
        if (thrown != null) {
            fail("the call threw", thrown);
        }
        return value;
    }

    /** What the call threw, or null. */
    Throwable thrown() {
        released();
        return thrown;
    }

    <E extends Throwable> E thrown(Class<E> type) {
        released();
        assertNotNull(thrown, () -> "the call returned " + value);
        if (thrown.getClass() != type) {
            fail("expected " + type.getSimpleName(), thrown);
        }
        return type.cast(thrown);
    }

    /** Whether its thread's interrupt flag was set when the call ended. */
    void assertFlag(boolean expected) {
        released();
        assertEquals(expected, interrupted, "interrupt flag");
    }

    void assertReturned() {
        released();
        assertNull(thrown, () -> "the call threw " + thrown);
    }

    private void run() {
        try {
            value = call.call();
        } catch (Throwable t) {
            thrown = t;
        }
        interrupted = Thread.currentThread().isInterrupted();
    }
}
