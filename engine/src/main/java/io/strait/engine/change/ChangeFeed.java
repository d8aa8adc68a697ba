package io.strait.engine.change;

import io.strait.api.domain.Chain;
import io.strait.api.write.Write;

/** Where the writer hands over what it changed. */
public interface ChangeFeed {
    /** The feed of an engine without a listener. */
    ChangeFeed NONE =
            new ChangeFeed() {
                @Override
                public boolean isListening() {
                    return false;
                }

                @Override
                public void stage(long position, long timeMs, Write<?> write, Object result) {}

                @Override
                public void stage(long position, long timeMs, Chain chain, long blockNumber) {}

                @Override
                public void publish() {}
            };

    /** Whether anybody is told. */
    default boolean isListening() {
        return true;
    }

    /** Takes down a change that is not published yet. Writer thread only; never waits. */
    void stage(long position, long timeMs, Write<?> write, Object result);

    /** Takes down a block update that is not published yet. Writer thread only; never waits. */
    void stage(long position, long timeMs, Chain chain, long blockNumber);

    /**
     * Lets the listener have what was staged: it is published now. Writer thread only; never waits.
     */
    void publish();
}
