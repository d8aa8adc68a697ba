package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.strait.api.domain.Chain;
import io.strait.engine.lane.LanePoller;
import io.strait.engine.lane.Offer;
import io.strait.engine.lane.SharedLane;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Producers that fight for the lane allocate nothing either. Seen to fail with a lock in which they
 * queue.
 */
@Tag("isolated")
class LaneContentionTest {
    private static final int RIVALS = 3;

    /** Many, because threads seldom meet in the few instructions that the lock is held for. */
    private static final int COUNT_PER_ROUND = 40_000;

    private static final Chain CHAIN = Chain.of("0xab", 1);

    private final SharedLane lane = new SharedLane(1_024, () -> {});
    private final LanePoller poller = lane.pollerTo(command -> true);
    private volatile boolean stopped;

    @Test
    void shouldAllocateNothingWhenProducersContend() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        threads.add(new Thread(() -> repeat(poller::poll)));
        for (int i = 0; i < RIVALS; i++) {
            threads.add(new Thread(() -> repeat(this::offer)));
        }
        threads.forEach(Thread::start);
        threads.add(0, Thread.currentThread());
        long[] bytes = new AllocationMeter(threads, COUNT_PER_ROUND).bytesOf(this::offer);
        stopped = true;
        for (Thread thread : threads.subList(1, threads.size())) {
            thread.join();
        }
        assertArrayEquals(new long[RIVALS + 2], bytes);
    }

    private void repeat(Runnable operation) {
        while (!stopped) {
            operation.run();
        }
    }

    private void offer() {
        while (lane.offer(CHAIN, 1, 0, null) != Offer.ACCEPTED) {
            Thread.yield();
        }
    }
}
