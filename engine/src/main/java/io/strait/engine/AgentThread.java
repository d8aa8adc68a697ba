package io.strait.engine;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.IdleStrategy;

/**
 * Runs an agent to its end, whatever that is. Agrona's runner lets an {@link Error} from outside
 * the agent's own handling through without closing the agent; here it is closed all the same, and
 * nothing reaches the console.
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
            // The agents keep their failures themselves; what arrives here is only that they end.
            new AgentRunner(idleStrategy, failure -> {}, null, agent).run();
        } catch (Throwable t) {
            onFailure.accept(t);
        } finally {
            // Idempotent: the runner has done it unless it was cut short.
            agent.onClose();
        }
    }
}
