package io.strait.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs things on several threads, and waits for what happens on others; never for ever. */
final class Concurrently {
    private static final long MAX_WAIT_SECONDS = 30;

    private Concurrently() {}

    /**
     * Runs all at once, each on its own thread, and returns what they return, in order. When one
     * fails or skips the test, the others are interrupted, and have ended before that is told: what
     * they leave behind would change what the test looks at next.
     */
    static <T> List<T> run(List<? extends Callable<T>> jobs) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(jobs.size());
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> job : jobs) {
                running.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return job.call();
                                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(MAX_WAIT_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Waits until something is so. */
    static void until(BooleanSupplier condition, String what) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_WAIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadlineNs > 0) {
                throw new AssertionError("waited in vain until " + what);
            }
            Thread.sleep(1);
        }
    }

    /** Waits until a latch opens; ends early when the thread is interrupted. */
    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
