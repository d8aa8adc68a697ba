package io.strait.engine;

import io.strait.engine.journal.SegmentSupply;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentTerminationException;

/** Makes the journal's segments ahead, on a thread of its own. */
final class SegmentMaker implements Agent {
    private final SegmentSupply supply;

    SegmentMaker(SegmentSupply supply) {
        this.supply = supply;
    }

    @Override
    public String roleName() {
        return "journal";
    }

    @Override
    public int doWork() {
        if (supply.isClosed()) {
            throw new AgentTerminationException();
        }
        return supply.make() ? 1 : 0;
    }
}
