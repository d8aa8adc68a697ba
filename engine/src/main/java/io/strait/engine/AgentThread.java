package io.strait.engine;

import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.IdleStrategy;

/**
 * Runs an agent to its end, whatever that is. Agrona's runner lets an {@link Error} from outside
 * the agent's own handling through without closing the agent; here it is closed all the same, and
 * nothing reaches the console.
 */
final class AgentThread implements Runnable {
    private final AgentRunner runner;
    private final Agent agent;
    private final Consumer<Throwable> onFailure;

    AgentThread(Agent agent, IdleStrategy idleStrategy, Consumer<Throwable> onFailure) {
        this.agent = agent;
        this.onFailure = onFailure;
        // The agents keep their failures themselves; what arrives here is only that they end.
        runner = new AgentRunner(idleStrategy, failure -> {}, null, agent);
    }

    @Override
    public void run() {
        try {
            runner.run();
        } catch (Throwable t) {
            onFailure.accept(t);
        } finally {
            // Idempotent: the runner has done it unless it was cut short.
            agent.onClose();
        }
    }
}
