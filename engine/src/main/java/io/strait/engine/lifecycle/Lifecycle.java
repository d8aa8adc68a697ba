package io.strait.engine.lifecycle;

import io.strait.api.error.EngineClosedException;
import io.strait.api.error.EngineFailedException;
import io.strait.api.error.NotAcceptedException;
import io.strait.api.error.WrongThreadException;
import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Where the engine stands. It is open; then it has failed, or not; then its writer has stopped, or
 * was given up; and there is no way back. Whoever waits for the writer looks here now and then, so
 * that no wait outlives it.
 */
public final class Lifecycle {
    private static final VarHandle FAILURE = Fields.handle(MethodHandles.lookup(), "failure");
    private static final VarHandle STOPPED = Fields.handle(MethodHandles.lookup(), "stopped");

    private final String engineName;
    private final CountDownLatch writerStopped = new CountDownLatch(1);
    private Throwable failure;
    private boolean stopped;
    private volatile Thread writerThread;
    private volatile Thread listenerThread;

    /** An open engine's. */
    public Lifecycle(String engineName) {
        this.engineName = engineName;
    }

    /** Tells which thread is the writer: the calling one. */
    public void enterWriterThread() {
        writerThread = Thread.currentThread();
    }

    /** Tells which thread calls the change listener: the calling one. */
    public void enterListenerThread() {
        listenerThread = Thread.currentThread();
    }

    /**
     * Keeps what the writer died of; only the first failure counts. Release, paired with {@link
     * #failureAcquire}.
     */
    public void failRelease(Throwable cause) {
        FAILURE.compareAndSet(this, null, cause);
    }

    /** What the writer died of. Acquire, paired with {@link #failRelease}. */
    public Throwable failureAcquire() {
        return (Throwable) FAILURE.getAcquire(this);
    }

    /**
     * The writer is gone, or is given up: nothing becomes visible any more, and nobody need wait.
     * Release, paired with {@link #isStoppedAcquire}: a thread that sees it sees every outcome that
     * a writer that is gone has told. One that was given up may still apply, and settle the batch
     * that it published last.
     */
    public void stopRelease() {
        STOPPED.setRelease(this, true);
    }

    /** Whether the writer is gone or given up. Acquire, paired with {@link #stopRelease}. */
    public boolean isStoppedAcquire() {
        return (boolean) STOPPED.getAcquire(this);
    }

    /** The writer thread's last act. */
    public void writerStopped() {
        stopRelease();
        writerStopped.countDown();
    }

    /**
     * Waits until the writer thread is through. An interrupt does not shorten the wait; the flag is
     * set again.
     */
    public boolean awaitWriterStopped(long timeoutNs) {
        return Latches.awaitUninterruptibly(writerStopped, timeoutNs, TimeUnit.NANOSECONDS);
    }

    /** Why the engine takes nothing any more. */
    public NotAcceptedException ending() {
        Throwable cause = failureAcquire();
        return cause == null ? closed() : new EngineFailedException(engineName, cause);
    }

    /** The error for calls after close. */
    public EngineClosedException closed() {
        return new EngineClosedException(engineName);
    }

    /**
     * Whether a thread is a virtual one, as its group tells on every JDK. A virtual thread that
     * yields may be the next to run, again and again; only one that sleeps lets others go first.
     */
    public static boolean isVirtual(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null && group.getName().equals("VirtualThreads");
    }

    /** Refuses a call that would wait for the writer on the writer thread. */
    public void refuseOnWriterThread(String call) {
        refuseOn(writerThread, call);
    }

    /** Refuses a call that would wait for the listener on the listener thread. */
    public void refuseOnListenerThread(String call) {
        refuseOn(listenerThread, call);
    }

    private static void refuseOn(Thread thread, String call) {
        if (Thread.currentThread() == thread) {
            throw new WrongThreadException(call, thread.getName());
        }
    }
}
