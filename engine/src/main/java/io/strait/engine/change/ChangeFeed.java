package io.strait.engine.change;

import io.strait.api.domain.Chain;
import io.strait.engine.command.Command;
import io.strait.engine.command.Outcome;

/** Where the writer hands over what it changed. */
public interface ChangeFeed {
    /** The feed of an engine without a listener. */
    ChangeFeed NONE =
            new ChangeFeed() {
                @Override
                public void stage(long position, Command command, Outcome outcome) {}

                @Override
                public void stage(long position, long timeMs, Chain chain, long blockNumber) {}

                @Override
                public void publish() {}
            };

    /**
     * Takes down a change that is not published yet. Writer thread only; never waits.
     *
     * @param position the write's position
     * @param command the write
     * @param outcome what it returned
     */
    void stage(long position, Command command, Outcome outcome);

    /**
     * Takes down a block update that is not published yet. Writer thread only; never waits.
     *
     * @param position the write's position
     * @param timeMs the write's time, milliseconds since 1970-01-01 UTC
     * @param chain the chain
     * @param blockNumber its last processed block
     */
    void stage(long position, long timeMs, Chain chain, long blockNumber);

    /**
     * Lets the listener have what was staged: it is published now. Writer thread only; never waits.
     */
    void publish();
}
