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
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/**
 * Where the engine stands. It is open; then it has failed, or not; then its writer has stopped, or
 * was given up; and there is no way back. Whoever waits for the writer looks here now and then, so
 * that no wait outlives it.
 */
public final class Lifecycle {
    private static final VarHandle FAILURE = Fields.handle(MethodHandles.lookup(), "failure");
    private static final VarHandle STOPPED = Fields.handle(MethodHandles.lookup(), "stopped");

    private static final int RESERVE_BYTES = 64 << 10;
    private static final Runnable DONE = () -> {};

    private final String engineName;
    private final BiFunction<String, Throwable, EngineFailedException> makeEnding;
    private final CountDownLatch writerStopped = new CountDownLatch(1);
    private Throwable failure;

    /** What callers get who have no memory to make an error of their own. */
    private volatile EngineFailedException spareEnding;

    /** Made beforehand: a close may find no memory. */
    private final BooleanSupplier gone = this::isGone;

    private boolean stopped;

    /** The one that was started for it; then, as they may differ, the one that runs it. */
    private volatile Thread writerThread;

    private volatile Thread listenerThread;

    /** Reaches the state, so it is forgotten once it is done: a ticket may be kept for longer. */
    private volatile Runnable writersLastActs = DONE;

    /** Given up when the writer fails, so that those who wait can be told why. */
    private byte[] reserve = new byte[RESERVE_BYTES];

    /** An open engine's. */
    public Lifecycle(String engineName) {
        this(engineName, EngineFailedException::new);
    }

    /** The same with another way to make the error of a failure, which may find no memory. */
    public Lifecycle(
            String engineName, BiFunction<String, Throwable, EngineFailedException> makeEnding) {
        this.engineName = engineName;
        this.makeEnding = makeEnding;
    }

    /**
     * Tells which thread is going to be the writer, and what ends the engine if that thread ends
     * without a word. Before it is started.
     */
    public void startWriterThread(Thread thread, Runnable lastActs) {
        writersLastActs = lastActs;
        writerThread = thread;
    }

    /** Tells which thread is the writer: the calling one. */
    public void enterWriterThread() {
        writerThread = Thread.currentThread();
    }

    /** Tells which thread is going to call the change listener. Before it is started. */
    public void startListenerThread(Thread thread) {
        listenerThread = thread;
    }

    /**
     * Whether the listener's thread has ended, or will never go on, because it waits in {@code
     * System.exit} for the JVM's end: a shutdown hook that closes would wait for it in vain.
     */
    public boolean hasListenerEnded() {
        Thread listener = listenerThread;
        return listener != null && (!listener.isAlive() || isExiting(listener));
    }

    private static boolean isExiting(Thread thread) {
        try {
            for (StackTraceElement frame : thread.getStackTrace()) {
                if ("java.lang.Shutdown".equals(frame.getClassName())) {
                    return true;
                }
            }
        } catch (OutOfMemoryError e) {
            // Then the time-out ends the wait.
        }
        return false;
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
        if (FAILURE.compareAndSet(this, null, cause)) {
            reserve = null;
            spareEnding = makeEnding.apply(engineName, cause);
        }
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

    /**
     * Whether no outcome will come any more. For those who wait: they do not rely on a writer's
     * last acts, since a thread may end without any. Then they are done here.
     */
    public boolean isOver() {
        if (isStoppedAcquire()) {
            return true;
        }
        Thread writer = writerThread;
        if (writer == null || writer.isAlive()) {
            return false;
        }
        actInPlaceOfWriter();
        return true;
    }

    /** Whether its thread has ended, and its last acts are done. */
    private boolean isGone() {
        isOver();
        Thread writer = writerThread;
        return writer != null && !writer.isAlive();
    }

    /** Whether the writer is gone or given up. Acquire, paired with {@link #stopRelease}. */
    public boolean isStoppedAcquire() {
        return (boolean) STOPPED.getAcquire(this);
    }

    /** The writer thread's last act. */
    public void writerStopped() {
        stopRelease();
        writersLastActs = DONE;
        writerStopped.countDown();
    }

    /**
     * Waits until the writer thread is through, or has ended. An interrupt does not shorten the
     * wait; the flag is set again.
     */
    public boolean awaitWriterStopped(long timeoutNs) {
        return Latches.awaitUninterruptibly(writerStopped, timeoutNs, TimeUnit.NANOSECONDS, gone);
    }

    /** Why the engine takes nothing any more. */
    public NotAcceptedException ending() {
        Throwable cause = failureAcquire();
        if (cause == null) {
            return closed();
        }
        try {
            return makeEnding.apply(engineName, cause);
        } catch (OutOfMemoryError e) {
            EngineFailedException spare = spareEnding;
            if (spare == null) {
                throw e;
            }
            return spare;
        }
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

    /**
     * All that the writer has done happens before its thread is found to have ended (JLS 17.4.4),
     * and one thread at a time comes here. The JVM itself gives a monitor back.
     */
    private synchronized void actInPlaceOfWriter() {
        if (!isStoppedAcquire()) {
            writersLastActs.run();
        }
    }

    private static void refuseOn(Thread thread, String call) {
        if (Thread.currentThread() == thread) {
            throw new WrongThreadException(call, thread.getName());
        }
    }
}
