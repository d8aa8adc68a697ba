package io.strait.bench.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The allocation column is what the threads' own counters say. Planted: allocations of known size
 * on the calling thread and on a writer's. Seen to fail when either thread is left out.
 */
class AllocationColumnTest {
    private static final int ARRAYS = 10_000;
    private static final int ARRAY_BYTES = 1_016;

    /** An array's header. */
    private static final int HEADER_BYTES = 16;

    private static final long PLANTED_BYTES = (long) ARRAYS * (ARRAY_BYTES + HEADER_BYTES);

    /** What else may be allocated meanwhile, by the queue between the threads or by the JVM. */
    private static final long TOLERANCE_BYTES = 65_536;

    private final SynchronousQueue<Runnable> work = new SynchronousQueue<>();
    private final AtomicLong done = new AtomicLong();
    private final Thread writer = new Thread(this::runWork, "strait-planted-writer");
    private byte[] sink;

    @AfterEach
    void end() throws InterruptedException {
        writer.interrupt();
        writer.join();
    }

    @Test
    void shouldCountEveryThreadAndTheWriterApart() throws InterruptedException {
        writer.start();
        onWriter(() -> {});

        AllocationMeter.start();
        allocate();
        AllocationMeter.stop();
        assertNear(PLANTED_BYTES, AllocationMeter.allBytes());
        assertNear(0, AllocationMeter.writerBytes());

        AllocationMeter.start();
        onWriter(this::allocate);
        AllocationMeter.stop();
        assertNear(PLANTED_BYTES, AllocationMeter.allBytes());
        assertNear(PLANTED_BYTES, AllocationMeter.writerBytes());
    }

    @Test
    void shouldNotCountItself() {
        for (int i = 0; i < 10; i++) {
            AllocationMeter.start();
            AllocationMeter.stop();
        }
        assertTrue(AllocationMeter.allBytes() < 100, () -> AllocationMeter.allBytes() + " bytes");
    }

    private void allocate() {
        for (int i = 0; i < ARRAYS; i++) {
            sink = new byte[ARRAY_BYTES];
        }
    }

    private void onWriter(Runnable task) throws InterruptedException {
        long before = done.get();
        work.put(task);
        while (done.get() == before) {
            Thread.onSpinWait();
        }
    }

    private void runWork() {
        try {
            while (true) {
                work.take().run();
                done.incrementAndGet();
            }
        } catch (InterruptedException e) {
            // The test is over.
        }
    }

    private static void assertNear(long expected, long actual) {
        assertEquals(expected, actual, TOLERANCE_BYTES);
    }
}
