package io.strait.bench.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.engine.Strait;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * The allocation column of a real engine's writes is what the counters of its two threads say, the
 * caller's and the writer's. Seen to fail when the meter leaves the writer out.
 */
class EngineAllocationTest {
    private static final int WRITES = 20_000;
    private static final Address AVS = Address.of("0xa1");

    /** What the meter allocates itself on the calling thread, and rounding. */
    private static final long TOLERANCE_BYTES = 65_536;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final AtomicReference<Thread> writer = new AtomicReference<>();

    @Test
    void shouldAgreeWithTheCountersOfCallerAndWriter() {
        StraitConfig config = StraitConfig.builder().threadFactory(this::newThread).build();
        try (Strait strait = Strait.open(config)) {
            save(strait, 0);
            long callerBefore = bytesOf(Thread.currentThread());
            long writerBefore = bytesOf(writer.get());
            AllocationMeter.start();
            save(strait, WRITES);
            AllocationMeter.stop();
            long writerBytes = bytesOf(writer.get()) - writerBefore;
            long callerBytes = bytesOf(Thread.currentThread()) - callerBefore;
            assertTrue(writerBytes > 100L * WRITES, () -> writerBytes + " bytes");
            assertEquals(writerBytes, AllocationMeter.writerBytes(), TOLERANCE_BYTES);
            assertEquals(
                    callerBytes + writerBytes, AllocationMeter.allBytes(), 2 * TOLERANCE_BYTES);
        }
    }

    private void save(Strait strait, int from) {
        for (int i = from; i < from + WRITES; i++) {
            strait.aggregator().saveTask(Task.builder("task-" + i, AVS).build());
        }
    }

    private Thread newThread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        writer.set(thread);
        return thread;
    }

    private long bytesOf(Thread thread) {
        return threads.getThreadAllocatedBytes(thread.getId());
    }
}
