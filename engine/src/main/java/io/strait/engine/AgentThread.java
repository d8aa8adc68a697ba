package io.strait.engine;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.IdleStrategy;

/**
 * Runs an agent to its end, whatever that is, and nothing reaches the console. Agrona's runner
 * loses what its own lines throw, such as the idle strategy's, and closes no agent that an {@link
 * Error} has ended.
 *
 * <p>A thread may keep its task for as long as somebody keeps the thread, and the JVM may do so for
 * a while after its end. So the task gives up what it runs, and with it the engine and its state.
 */
final class AgentThread implements Runnable {
    private final AtomicReference<Runnable> once;

    AgentThread(Agent agent, IdleStrategy idleStrategy, Consumer<Throwable> onFailure) {
        once = new AtomicReference<>(() -> run(agent, idleStrategy, onFailure));
    }

    @Override
    public void run() {
        Runnable taken = once.getAndSet(null);
        if (taken == null) {
            throw new IllegalStateException("the task of an engine's thread runs only once");
        }
        taken.run();
    }

    private static void run(Agent agent, IdleStrategy idleStrategy, Consumer<Throwable> onFailure) {
        try {
            try {
                agent.onStart();
                work(agent, idleStrategy);
            } catch (AgentTerminationException e) {
                // The agent's own end.
            } catch (Throwable t) {
                onFailure.accept(t);
            } finally {
                agent.onClose();
            }
        } catch (Throwable t) {
            // Whoever waits for the agent finds that its thread has ended.
        }
    }

    /** Until the agent ends it, or its thread is interrupted while there is no work. */
    private static void work(Agent agent, IdleStrategy idleStrategy) throws Exception {
        int workCount;
        do {
            workCount = agent.doWork();
            idleStrategy.idle(workCount);
        } while (workCount > 0 || !Thread.currentThread().isInterrupted());
    }
}
