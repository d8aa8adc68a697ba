package io.strait.engine;

import java.util.function.BooleanSupplier;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentTerminationException;

/** Makes files of a directory beside the writer: the journal's segments, or checkpoints. */
final class DirectoryAgent implements Agent {
    private final String roleName;
    private final BooleanSupplier isClosed;
    private final BooleanSupplier work;

    /**
     * An agent of a role.
     *
     * @param work does what there is to do, and tells whether there was anything
     */
    DirectoryAgent(String roleName, BooleanSupplier isClosed, BooleanSupplier work) {
        this.roleName = roleName;
        this.isClosed = isClosed;
        this.work = work;
    }

    @Override
    public String roleName() {
        return roleName;
    }

    @Override
    public int doWork() {
        if (isClosed.getAsBoolean()) {
            throw new AgentTerminationException();
        }
        return work.getAsBoolean() ? 1 : 0;
    }
}
