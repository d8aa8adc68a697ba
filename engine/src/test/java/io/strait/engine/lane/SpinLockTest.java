package io.strait.engine.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.engine.command.Completion;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A lock that its holder has left without giving it back, as when the JVM removes a frame with its
 * handlers, is taken over; one that is held is not, and whoever waits for it looks at its time-out.
 * Seen to fail when no lock is taken over, when every one is, and when the holder is not kept from
 * taking it again while its stack is looked at.
 */
class SpinLockTest {
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final SpinLock lock = new SpinLock();

    @AfterEach
    void end() {
        end.countDown();
        other.shutdown();
    }

    @Test
    void shouldTakeOverFromAThreadThatWentAway() throws Exception {
        assertTrue(other.submit(lock::tryLockAcquire).get());
        assertTrue(lock.tryLockAcquire());
        lock.unlockRelease();
        assertEquals(null, lock.holder);
    }

    @Test
    void shouldTakeOverFromAThreadThatHasEnded() throws Exception {
        Thread ended = new Thread(lock::tryLockAcquire);
        ended.start();
        ended.join();
        assertTrue(lock.tryLockAcquire());
    }

    @Test
    void shouldTakeOverFromItself() {
        assertTrue(lock.tryLockAcquire());
        assertTrue(lock.tryLockAcquire());
    }

    @Test
    void shouldWaitForAHolderOnlyForAWhile() throws Exception {
        hold(lock);
        long startNs = System.nanoTime();
        assertFalse(lock.tryLockAcquire());
        assertTrue(System.nanoTime() - startNs < TimeUnit.SECONDS.toNanos(1));
    }

    /** It is seen outside, and has the lock again before it is taken from it. */
    @Test
    void shouldNotTakeOverFromAHolderThatCameBack() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        Runnable section =
                () -> {
                    overlaps.addAndGet(inside.getAndIncrement());
                    for (int i = 0; i < 1_000; i++) {
                        Thread.onSpinWait();
                    }
                    inside.getAndDecrement();
                    lock.unlockRelease();
                };
        ScheduledExecutorService owner = Executors.newSingleThreadScheduledExecutor();
        Runnable visit =
                () -> {
                    if (lock.tryLockAcquire()) {
                        section.run();
                    }
                };
        // Repeated by the JDK, so that the thread leaves this package in between.
        owner.scheduleWithFixedDelay(visit, 0, 1, TimeUnit.NANOSECONDS);
        int taken = 0;
        long startNs = System.nanoTime();
        while (System.nanoTime() - startNs < TimeUnit.SECONDS.toNanos(2)) {
            if (lock.takeOver(Thread.currentThread())) {
                section.run();
                taken++;
            }
        }
        owner.shutdownNow();
        assertTrue(taken > 0);
        assertEquals(0, overlaps.get());
    }

    /** Closing waits for no lock, and what comes after is told of the close. */
    @Test
    void shouldCloseALaneThatIsHeld() throws Exception {
        SharedLane lane = new SharedLane(4, () -> {});
        hold(lane.lock);
        Completion<Void> completion = new Completion<>(null, 1);
        assertEquals(Offer.FULL, lane.offer(1, 1, 0, completion));
        lane.close();
        assertTrue(lane.isDrained());
        assertEquals(Offer.CLOSED, lane.offer(1, 1, 0, completion));
        lane.abandon();
    }

    /** Until the end of the test, and within this package's code. */
    private void hold(SpinLock held) throws Exception {
        CountDownLatch has = new CountDownLatch(1);
        Future<?> holder =
                other.submit(
                        () -> {
                            assertTrue(held.tryLockAcquire());
                            has.countDown();
                            return end.await(20, TimeUnit.SECONDS);
                        });
        assertTrue(has.await(10, TimeUnit.SECONDS));
        assertFalse(holder.isDone());
    }
}
