package io.strait.bench.subject;

/** A floor's other thread: it does one duty over and over, and never sleeps. */
final class SpinningThread implements AutoCloseable {
    private static final long CLOSE_TIMEOUT_MS = 10_000;

    private final PaddedCounter stopped = new PaddedCounter();
    private final Thread thread;

    /**
     * Starts it.
     *
     * @param name the thread's name
     * @param duty looks for work once and does what it finds
     */
    SpinningThread(String name, Runnable duty) {
        thread = new Thread(() -> run(duty), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Runnable duty) {
        while (stopped.valueAcquire() == 0) {
            duty.run();
            Thread.onSpinWait();
        }
    }

    /** Stops it, and waits until it has. */
    @Override
    public void close() {
        stopped.valueRelease(1);
        try {
            thread.join(CLOSE_TIMEOUT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
