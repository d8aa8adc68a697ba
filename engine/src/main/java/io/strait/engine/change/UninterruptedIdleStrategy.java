package io.strait.engine.change;

import org.agrona.concurrent.IdleStrategy;

/**
 * Idles as another strategy does, and clears the thread's interrupt flag: Agrona's runner would end
 * the agent otherwise, and an interrupt that is meant for the listener's own work must not.
 */
final class UninterruptedIdleStrategy implements IdleStrategy {
    private final IdleStrategy strategy;

    UninterruptedIdleStrategy(IdleStrategy strategy) {
        this.strategy = strategy;
    }

    @Override
    public void idle(int workCount) {
        strategy.idle(workCount);
        Thread.interrupted();
    }

    @Override
    public void idle() {
        strategy.idle();
        Thread.interrupted();
    }

    @Override
    public void reset() {
        strategy.reset();
    }
}
