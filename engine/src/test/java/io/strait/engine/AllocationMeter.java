package io.strait.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Counts, with the JVM's own per-thread counters, the bytes that given threads allocate while
 * something is done many times, in the steady state: the JVM itself allocates now and then on the
 * threads that run code for the first time, or run into newly compiled code, so the meter starts
 * over until a row of rounds in which nothing was allocated, but not for ever.
 */
final class AllocationMeter {
    private static final int ROUNDS = 5;
    private static final int COUNT_PER_ROUND = 2_000;
    private static final int MAX_ROUNDS = 30;

    /** How long the compiler is given at least, for rounds may be over before it has begun. */
    private static final long MAX_WARM_UP_NS = 5_000_000_000L;

    /** How many operations are measured by default: those of the last rounds, together. */
    static final int OPERATIONS = ROUNDS * COUNT_PER_ROUND;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Thread> measured;
    private final int countPerRound;

    AllocationMeter(List<Thread> measured) {
        this(measured, COUNT_PER_ROUND);
    }

    AllocationMeter(List<Thread> measured, int countPerRound) {
        this.measured = List.copyOf(measured);
        this.countPerRound = countPerRound;
    }

    /** The bytes that each thread allocated in the last rounds together. */
    long[] bytesOf(Runnable operation) {
        Deque<long[]> rounds = new ArrayDeque<>();
        int clean = 0;
        long start = System.nanoTime();
        for (int round = 0; clean < ROUNDS && isEarly(round, start); round++) {
            long[] bytes = bytesOfRound(operation);
            clean = isZero(bytes) ? clean + 1 : 0;
            rounds.addLast(bytes);
            if (rounds.size() > ROUNDS) {
                rounds.removeFirst();
            }
        }
        long[] sum = new long[measured.size()];
        rounds.forEach(bytes -> addTo(sum, bytes, 1));
        return sum;
    }

    private static boolean isEarly(int round, long start) {
        return round < MAX_ROUNDS || System.nanoTime() - start < MAX_WARM_UP_NS;
    }

    private long[] bytesOfRound(Runnable operation) {
        long[] before = new long[measured.size()];
        long[] bytes = new long[measured.size()];
        read(before);
        for (int i = 0; i < countPerRound; i++) {
            operation.run();
        }
        read(bytes);
        addTo(bytes, before, -1);
        return bytes;
    }

    private void read(long[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = threads.getThreadAllocatedBytes(measured.get(i).getId());
        }
    }

    private static void addTo(long[] sum, long[] bytes, int sign) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * bytes[i];
        }
    }

    private static boolean isZero(long[] bytes) {
        long any = 0;
        for (long count : bytes) {
            any |= count;
        }
        return any == 0;
    }
}
