package io.strait.engine;

import io.strait.api.domain.Chain;
import java.util.concurrent.locks.LockSupport;

/** A thread that moves a chain forward for as long as a test lasts. */
final class BusyProducer implements AutoCloseable {
    private static final long PAUSE_NS = 20_000;
    private static final long FIRST_BLOCK = 1_000;
    private static final int WARM_UP_COUNT = 2_000;

    private final Strait engine;
    private final Chain chain;
    private final Thread thread = new Thread(this::run, "producer");
    private volatile boolean closed;
    private volatile long count;

    BusyProducer(Strait engine, Chain chain) {
        this.engine = engine;
        this.chain = chain;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits until a number of blocks went through, so that whatever happens only at first is over.
     */
    void warmUp() {
        while (count < WARM_UP_COUNT) {
            Thread.yield();
        }
    }

    Thread thread() {
        return thread;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError("the test was interrupted", e);
        }
    }

    private void run() {
        long number = FIRST_BLOCK;
        while (!closed) {
            engine.aggregator().setLastProcessedBlock(chain, number++);
            count = number - FIRST_BLOCK;
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
