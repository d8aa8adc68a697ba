package io.strait.engine.change;

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
     * Lets the listener have what was staged: it is published now. Writer thread only; never waits.
     */
    void publish();
}
