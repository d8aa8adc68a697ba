package io.strait.bench.idle;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/** Makes threads, and tells how much of a core they take, by the operating system's count. */
final class CpuMeter implements ThreadFactory {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    /**
     * What all of them took together while the caller slept.
     *
     * @param millis for how long
     * @return per cent of a core
     */
    double corePercentOver(long millis) throws InterruptedException {
        long cpuNs = cpuNs();
        long startNs = System.nanoTime();
        Thread.sleep(millis);
        return 100.0 * (cpuNs() - cpuNs) / (System.nanoTime() - startNs);
    }

    private long cpuNs() {
        long sum = 0;
        for (Thread thread : threads) {
            sum += Math.max(0, CPU.getThreadCpuTime(thread.getId()));
        }
        return sum;
    }
}
