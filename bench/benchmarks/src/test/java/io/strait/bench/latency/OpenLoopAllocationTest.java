package io.strait.bench.latency;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What the loop itself allocates does not grow with its calls. Seen to fail on a planted bug: a
 * boxed latency.
 */
class OpenLoopAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Less than a byte per call; a histogram's array is as large, whatever it counts. */
    private static final long TOLERATED_BYTES = 10_000;

    @Test
    void shouldAllocateNothingPerCall() {
        allocatedBytes(10_000);

        long fewBytes = allocatedBytes(1_000);
        long manyBytes = allocatedBytes(101_000);

        assertTrue(
                manyBytes - fewBytes < TOLERATED_BYTES,
                "fewBytes=" + fewBytes + " manyBytes=" + manyBytes);
    }

    private static long allocatedBytes(long callCount) {
        FakeSubject subject = FakeSubject.asynchronous(500, 10_000);
        OpenLoop loop = new OpenLoop(subject, subject);
        Load load = new Load(100_000, callCount * TimeUnit.MICROSECONDS.toNanos(10));
        long before = THREADS.getCurrentThreadAllocatedBytes();
        subject.run(loop, load);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
