package io.strait.engine;

import io.strait.engine.checkpoint.Checkpointer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentTerminationException;

/** Writes checkpoints, on a thread of its own. */
final class CheckpointAgent implements Agent {
    private final Checkpointer checkpointer;

    CheckpointAgent(Checkpointer checkpointer) {
        this.checkpointer = checkpointer;
    }

    @Override
    public String roleName() {
        return "checkpoint";
    }

    @Override
    public int doWork() {
        if (checkpointer.isClosed()) {
            throw new AgentTerminationException();
        }
        return checkpointer.work() ? 1 : 0;
    }
}
