package io.strait.engine.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.error.EngineClosedException;
import io.strait.api.error.EngineFailedException;
import io.strait.api.error.WrongThreadException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private final Lifecycle lifecycle = new Lifecycle("test");

    @Test
    void shouldBeginWell() {
        assertNull(lifecycle.failureAcquire());
        assertFalse(lifecycle.isStoppedAcquire());
        assertFalse(lifecycle.awaitWriterStopped(1));
    }

    @Test
    void shouldKeepTheFirstFailure() {
        assertEquals(EngineClosedException.class, lifecycle.ending().getClass());
        Throwable first = new IllegalStateException("first");
        lifecycle.failRelease(first);
        lifecycle.failRelease(new IllegalStateException("second"));
        assertSame(first, lifecycle.failureAcquire());
        assertEquals(EngineFailedException.class, lifecycle.ending().getClass());
        assertSame(first, lifecycle.ending().getCause());
        assertTrue(lifecycle.ending().getMessage().contains("name=test"));
        assertTrue(lifecycle.closed().getMessage().contains("name=test"));
    }

    @Test
    void shouldHaveStoppedWhenTheWriterIsGone() {
        lifecycle.writerStopped();
        assertTrue(lifecycle.isStoppedAcquire());
        assertTrue(lifecycle.awaitWriterStopped(1));
        lifecycle.writerStopped();
        assertTrue(lifecycle.awaitWriterStopped(Long.MAX_VALUE));
    }

    @Test
    void shouldHaveStoppedWhenTheWriterIsGivenUp() {
        lifecycle.stopRelease();
        assertTrue(lifecycle.isStoppedAcquire());
        assertFalse(lifecycle.awaitWriterStopped(1));
    }

    @Test
    void shouldRefuseCallsOnlyOnTheThreadsThatMayNotMakeThem() throws InterruptedException {
        lifecycle.refuseOnWriterThread("close");
        lifecycle.refuseOnListenerThread("close");
        Thread other = new Thread(lifecycle::enterWriterThread);
        other.start();
        other.join();
        lifecycle.refuseOnWriterThread("close");

        lifecycle.enterWriterThread();
        assertThrows(WrongThreadException.class, () -> lifecycle.refuseOnWriterThread("close"));
        lifecycle.refuseOnListenerThread("close");
        lifecycle.enterListenerThread();
        assertThrows(WrongThreadException.class, () -> lifecycle.refuseOnListenerThread("close"));
    }

    @Test
    void shouldWaitAsLongAsAskedAlthoughInterrupted() {
        CountDownLatch latch = new CountDownLatch(1);
        long startNs = System.nanoTime();
        Thread.currentThread().interrupt();
        assertFalse(Latches.awaitUninterruptibly(latch, 20, TimeUnit.MILLISECONDS, () -> false));
        assertTrue(Thread.interrupted());
        assertTrue(System.nanoTime() - startNs >= TimeUnit.MILLISECONDS.toNanos(20));

        latch.countDown();
        Thread.currentThread().interrupt();
        assertTrue(
                Latches.awaitUninterruptibly(
                        latch, Long.MAX_VALUE, TimeUnit.NANOSECONDS, () -> false));
        assertTrue(Thread.interrupted());
        assertTrue(Latches.awaitUninterruptibly(latch, 1, TimeUnit.NANOSECONDS, () -> false));
        assertFalse(Thread.interrupted());
    }
}
