package io.strait.engine.checkpoint;

import java.util.concurrent.locks.LockSupport;

/**
 * How fast a checkpoint is written: so many bytes a second at most, so that the journal has the
 * disk when it wants it. For one thread at a time.
 */
public final class Pace {
    private static final double NS_PER_SECOND = 1e9;

    private final double nsPerByte;
    private final Timer timer;
    private long startNs;

    /** At most so many bytes a second. */
    public Pace(long bytesPerSecond, Timer timer) {
        nsPerByte = NS_PER_SECOND / bytesPerSecond;
        this.timer = timer;
    }

    /** The same by the system's clock. */
    public static Pace of(long bytesPerSecond) {
        return new Pace(
                bytesPerSecond,
                new Timer() {
                    @Override
                    public long nowNs() {
                        return System.nanoTime();
                    }

                    @Override
                    public void sleep(long ns) {
                        LockSupport.parkNanos(ns);
                    }
                });
    }

    void begin() {
        startNs = timer.nowNs();
    }

    /** So many bytes are on stable storage: waits until they may be. */
    void await(long bytes) {
        long leftNs = startNs + (long) (bytes * nsPerByte) - timer.nowNs();
        if (leftNs > 0) {
            timer.sleep(leftNs);
        }
    }

    /** Tells the time and lets it pass. */
    public interface Timer {
        /** The time, ns; from any moment on. */
        long nowNs();

        /**
         * Waits for about so long. What it throws ends the attempt to write a checkpoint, as an
         * error of the disk does.
         */
        void sleep(long ns);
    }
}
