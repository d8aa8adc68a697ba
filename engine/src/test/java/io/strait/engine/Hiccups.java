package io.strait.engine;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How long this machine stood still: a thread that only sleeps, and adds up by how much it
 * overslept. A test that gives a call a second gives it a second in which the machine was running.
 */
final class Hiccups {
    private static final long SLEEP_NS = 5_000_000;
    private static final long WORTH_COUNTING_NS = 20_000_000;
    private static final AtomicLong LOST_NS = new AtomicLong();

    static {
        Thread thread = new Thread(Hiccups::watch, "hiccups");
        thread.setDaemon(true);
        thread.start();
    }

    private Hiccups() {}

    /** How long the machine stood still so far, nanoseconds. */
    static long lostNs() {
        return LOST_NS.get();
    }

    private static void watch() {
        long lastNs = System.nanoTime();
        while (true) {
            LockSupport.parkNanos(SLEEP_NS);
            long nowNs = System.nanoTime();
            long oversleptNs = nowNs - lastNs - SLEEP_NS;
            if (oversleptNs > WORTH_COUNTING_NS) {
                LOST_NS.addAndGet(oversleptNs);
            }
            lastNs = nowNs;
        }
    }
}
