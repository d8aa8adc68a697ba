package io.strait.engine.change;

import org.agrona.concurrent.Agent;
import org.agrona.concurrent.IdleStrategy;

/**
 * Does as another agent does, and idles itself where that one has nothing to do. So it always has
 * worked, and the thread's interrupt flag is cleared, or seen by nobody: Agrona's runner ends an
 * agent that has not worked and is interrupted, and an interrupt that is meant for the listener's
 * own work must not end the listener.
 */
final class UninterruptedAgent implements Agent {
    private final Agent agent;
    private final IdleStrategy idleStrategy;

    UninterruptedAgent(Agent agent, IdleStrategy idleStrategy) {
        this.agent = agent;
        this.idleStrategy = idleStrategy;
    }

    @Override
    public String roleName() {
        return agent.roleName();
    }

    @Override
    public void onStart() {
        agent.onStart();
    }

    @Override
    public int doWork() throws Exception {
        int workCount = agent.doWork();
        idleStrategy.idle(workCount);
        if (workCount <= 0) {
            Thread.interrupted();
        }
        return Math.max(1, workCount);
    }

    @Override
    public void onClose() {
        agent.onClose();
    }
}
