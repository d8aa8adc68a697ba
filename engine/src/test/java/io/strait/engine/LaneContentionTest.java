package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.strait.engine.lane.SharedLane;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A producer that finds the lane's lock taken allocates nothing either. The lock is held for so few
 * instructions that threads hardly ever meet there by chance: here it is taken by reflection. Seen
 * to fail with a lock in which producers queue.
 */
@Tag("isolated")
class LaneContentionTest {
    private static final int COUNT_PER_ROUND = 200;
    private static final long HOLD_NS = 20_000;

    private final SharedLane lane = new SharedLane(2, () -> {});
    private final Object lock = lockOf(lane);
    private final Thread producer = new Thread(this::produce, "producer");
    private volatile int asked;
    private volatile int trying;
    private volatile int done;
    private volatile boolean stopped;

    @Test
    void shouldAllocateNothingWhenProducersContend() throws InterruptedException {
        producer.start();
        long[] bytes =
                new AllocationMeter(List.of(producer), COUNT_PER_ROUND).bytesOf(this::contend);
        stopped = true;
        producer.join();
        assertArrayEquals(new long[1], bytes);
    }

    /** Lets the producer offer one block update while the lock is taken. */
    private void contend() {
        int turn = asked + 1;
        call("tryLockAcquire");
        try {
            asked = turn;
            while (trying < turn) {
                Thread.yield();
            }
            long startNs = System.nanoTime();
            while (System.nanoTime() - startNs < HOLD_NS) {
                Thread.onSpinWait();
            }
        } finally {
            call("unlockRelease");
        }
        while (done < turn) {
            Thread.yield();
        }
        lane.drainTo((command, write, completion) -> {}, 1);
    }

    private void produce() {
        for (int turn = 1; !stopped; turn++) {
            while (asked < turn && !stopped) {
                Thread.onSpinWait();
            }
            trying = turn;
            lane.offer(0, turn, 0, null);
            done = turn;
        }
    }

    private void call(String method) {
        try {
            Method found = lock.getClass().getDeclaredMethod(method);
            found.setAccessible(true);
            found.invoke(lock);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the lock's methods have other names now", e);
        }
    }

    private static Object lockOf(SharedLane lane) {
        try {
            Field field = SharedLane.class.getDeclaredField("lock");
            field.setAccessible(true);
            return field.get(lane);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the lane's lock has another name now", e);
        }
    }
}
