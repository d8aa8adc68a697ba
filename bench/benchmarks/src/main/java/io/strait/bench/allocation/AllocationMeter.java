package io.strait.bench.allocation;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/**
 * Counts the bytes that threads allocate between a start and a stop, by the JVM's own exact counter
 * per thread. Threads that begin or end in between are missed.
 *
 * <p>One for the JVM: a benchmark's fixture starts and stops it right around the measured part,
 * which the harness's own profilers cannot, and the {@link ThreadAllocationProfiler} reports it.
 */
public final class AllocationMeter {
    private static final String WRITER_SUFFIX = "-writer";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Reading start = new Reading();
    private static long meterBytes;
    private static long allBytes;
    private static long writerBytes;

    private AllocationMeter() {}

    /** Begins to count. Any thread. */
    public static synchronized void start() {
        start = new Reading();
        // What the meter itself allocates between two readings is known from one that counts
        // nothing else.
        meterBytes = new Reading().sum(start, "");
        start = new Reading();
    }

    /** Ends counting; the figures stay until the next stop. Any thread. */
    public static synchronized void stop() {
        Reading stop = new Reading();
        allBytes = Math.max(0, stop.sum(start, "") - meterBytes);
        writerBytes = stop.sum(start, WRITER_SUFFIX);
    }

    /** The bytes of all threads, between the last start and stop. */
    static synchronized long allBytes() {
        return allBytes;
    }

    /** The share of the engine's writer thread. */
    static synchronized long writerBytes() {
        return writerBytes;
    }

    /** Every thread's counter, at one moment. Allocates nothing after it has read them. */
    private static final class Reading {
        private final long[] threadIds = THREADS.getAllThreadIds();
        private final long[] bytes = THREADS.getThreadAllocatedBytes(threadIds);

        /** What the threads whose names have an ending allocated since an earlier reading. */
        long sum(Reading earlier, String nameSuffix) {
            long sum = 0;
            for (int i = 0; i < threadIds.length; i++) {
                long earlierBytes = earlier.bytesOf(threadIds[i]);
                if (earlierBytes >= 0 && bytes[i] > earlierBytes && isOf(i, nameSuffix)) {
                    sum += bytes[i] - earlierBytes;
                }
            }
            return sum;
        }

        private long bytesOf(long threadId) {
            for (int i = 0; i < threadIds.length; i++) {
                if (threadIds[i] == threadId) {
                    return bytes[i];
                }
            }
            return -1;
        }

        private boolean isOf(int index, String nameSuffix) {
            if (nameSuffix.isEmpty()) {
                return true;
            }
            ThreadInfo thread = THREADS.getThreadInfo(threadIds[index]);
            return thread != null && thread.getThreadName().endsWith(nameSuffix);
        }
    }
}
