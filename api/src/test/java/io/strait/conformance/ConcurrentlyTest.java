package io.strait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ConcurrentlyTest {

    @Test
    void shouldReturnWhatTheJobsReturnInTheirOrder() throws Exception {
        assertEquals(List.of(1, 2, 3), Concurrently.run(List.of(() -> 1, () -> 2, () -> 3)));
    }

    /** Seen to fail when nothing waits for the others. */
    @Test
    void shouldTellAFailureWhenEveryOtherJobHasEnded() {
        CountDownLatch begun = new CountDownLatch(2);
        AtomicInteger ended = new AtomicInteger();
        Callable<Object> failing =
                () -> {
                    begun.await();
                    throw new IllegalStateException("planted");
                };
        Callable<Object> slowToEnd =
                () -> {
                    begun.countDown();
                    while (!Thread.interrupted()) {
                        Thread.onSpinWait();
                    }
                    LockSupport.parkNanos(50_000_000);
                    return ended.incrementAndGet();
                };
        assertThrows(
                ExecutionException.class,
                () -> Concurrently.run(List.of(failing, slowToEnd, slowToEnd)));
        assertEquals(2, ended.get());
    }
}
